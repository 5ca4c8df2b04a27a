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
        await Task.Run(async () => await Task.Delay(1000));
        Task copy = Task.Run(() => CopyAsync());
        await copy;
        await Task.Run(CountAsync, token).ConfigureAwait(false);
        await Task.Run(() => { return CopyAsync(); }, token);
        var later = Task.Run(async () => { await CopyAsync(); });
        await later;
        Task.Run(async () => await CopyAsync()).Wait();
        Task.Run(async delegate { await CopyAsync(); });
        _ = Task.Run(() => CopyAsync());
    }

    public Task ReturnAsync() => Task.Run(() => CopyAsync());

    public void Store() => _running = Task.Run(() => CopyAsync());

    public async Task TogetherAsync(int[] ids)
    {
        var tasks = ids.Select(id => Task.Run(() => Task.Delay(id))).ToArray();
        await Task.WhenAll(tasks);
    }
}
