// summary: Tasks of tasks whose inner one is lost
#nullable disable
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public class Copies
{
    private Task _running;

    private Task CopyAsync() => Task.Delay(1);
    private Task<int> CountAsync() => Task.FromResult(1);
    private ValueTask FlushAsync() => default;
    private ValueTask<int> ReadAsync() => new ValueTask<int>(1);

    public async Task RunAsync(CancellationToken token)
    {
        await Task.Factory.StartNew(async () => await Task.Delay(1000));
        //                 ^^^^^^^^ AW107 warning "StartNew does not unwrap the task of its async delegate: the result is 'Task<Task>' and completes when the delegate has merely started. Use Task.Run or add Unwrap()."
        Task copy = Task.Factory.StartNew(() => CopyAsync());
        //                       ^^^^^^^^ AW107
        await copy;
        await Task.Factory.StartNew(CountAsync, token).ConfigureAwait(false);
        //                 ^^^^^^^^ AW107 "the result is 'Task<Task<int>>'"
        await Task.Factory.StartNew(() => { return CopyAsync(); }, token, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        //                 ^^^^^^^^ AW107
        var later = Task.Factory.StartNew(async () => { await CopyAsync(); });
        //                       ^^^^^^^^ AW107
        await later;
        Task.Factory.StartNew(async () => await CopyAsync()).Wait();
        //           ^^^^^^^^ AW107
        Task.Factory.StartNew(async delegate { await CopyAsync(); });
        //           ^^^^^^^^ AW107
        _ = Task<Task>.Factory.StartNew(() => CopyAsync());
        //                     ^^^^^^^^ AW107
    }

    public Task ReturnAsync() => Task.Factory.StartNew(() => CopyAsync());
    //                                        ^^^^^^^^ AW107

    public void Store() => _running = Task.Factory.StartNew(() => CopyAsync());
    //                                             ^^^^^^^^ AW107

    public async Task TogetherAsync(int[] ids)
    {
        var tasks = ids.Select(id => Task.Factory.StartNew(() => Task.Delay(id))).ToArray();
        //                                        ^^^^^^^^ AW107
        await Task.WhenAll(tasks);
    }
}
