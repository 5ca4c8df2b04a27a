// summary: A gate that all users can await
// project: library
// config: awaitwise.configure_await = none
// fix: Use a SemaphoreSlim
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _count;

    public async Task SaveAsync(Task work)
    {
        await _gate.WaitAsync();
        try
        {
            await work;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<int> CountAsync(Task work)
    {
        await work;
        await _gate.WaitAsync();
        try
        {
            return ++_count;
        }
        finally
        {
            _gate.Release();
        }
    }
}
