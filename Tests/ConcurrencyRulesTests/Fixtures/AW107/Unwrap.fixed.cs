// summary: Continuations, and starts with options of their own
// fix: Add Unwrap()
using System;
using System.Threading;
using System.Threading.Tasks;

public class Continuations
{
    private readonly TaskFactory _factory = new TaskFactory(TaskScheduler.Default);

    private Task CopyAsync() => Task.Delay(1);

    public async Task RunAsync(Task first, Task<int> second)
    {
        await first.ContinueWith(async t => await CopyAsync()).Unwrap();
        await second.ContinueWith(t => CopyAsync(), TaskScheduler.Default).Unwrap();
        await Task.Factory.ContinueWhenAll(new[] { first, second }, ended => CopyAsync()).Unwrap();
        await Task.Factory.StartNew(() => CopyAsync(), TaskCreationOptions.LongRunning).Unwrap();
        await _factory.StartNew(() => CopyAsync()).Unwrap();
        await Task.Factory.StartNew(state => CopyAsync(), new object()).Unwrap();
    }
}
