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
        await first.ContinueWith(async t => await CopyAsync());
        //          ^^^^^^^^^^^^ AW107 "ContinueWith does not unwrap the task of its async delegate. Add Unwrap() or await."
        await second.ContinueWith(t => CopyAsync(), TaskScheduler.Default);
        //           ^^^^^^^^^^^^ AW107
        await Task.Factory.ContinueWhenAll(new[] { first, second }, ended => CopyAsync());
        //                 ^^^^^^^^^^^^^^^ AW107 "ContinueWhenAll does not unwrap"
        await Task.Factory.StartNew(() => CopyAsync(), TaskCreationOptions.LongRunning);
        //                 ^^^^^^^^ AW107
        await _factory.StartNew(() => CopyAsync());
        //             ^^^^^^^^ AW107
        await Task.Factory.StartNew(state => CopyAsync(), new object());
        //                 ^^^^^^^^ AW107
    }
}
