// summary: A task of a task is not the task inside
using System.Threading.Tasks;

public class Copier
{
    private Task CopyAsync() => Task.CompletedTask;

    private Task<int> CountAsync() => Task.FromResult(1);

    public async Task RunAsync()
    {
        await Task.Factory.StartNew(() => CopyAsync()).Result;
        //                                             ^^^^^^ AW201
        var count = await Task.Factory.StartNew(() => CountAsync()).Result;
        //                                                          ^^^^^^ AW201
        await Task.Factory.StartNew(() => CopyAsync()).Unwrap(); // ok: nothing waits
        await await Task.Factory.StartNew(() => CopyAsync()); // ok: nothing waits
        await Task.Delay(count);
    }
}
