// summary: A gate that all users can await
// project: library
// config: awaitwise.configure_await = none
// fix: Use a SemaphoreSlim
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    private readonly object _gate = new object();
    private int _count;

    public async Task SaveAsync(Task work)
    {
        Monitor.Enter(_gate);
        try
        {
            await work;
//          ^^^^^ AW606
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public async Task<int> CountAsync(Task work)
    {
        await work;
        lock (_gate)
        {
            return ++_count;
        }
    }
}
