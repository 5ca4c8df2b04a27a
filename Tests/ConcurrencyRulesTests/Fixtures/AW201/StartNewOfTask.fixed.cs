// summary: A task of a task is not the task inside
using System.Threading.Tasks;

public class Copier
{
    private Task CopyAsync() => Task.CompletedTask;

    private Task<int> CountAsync() => Task.FromResult(1);

    public async Task RunAsync()
    {
        await await Task.Factory.StartNew(() => CopyAsync());
        var count = await await Task.Factory.StartNew(() => CountAsync());
        await Task.Factory.StartNew(() => CopyAsync()).Unwrap(); // ok: nothing waits
        await await Task.Factory.StartNew(() => CopyAsync()); // ok: nothing waits
        await Task.Delay(count);
    }
}
