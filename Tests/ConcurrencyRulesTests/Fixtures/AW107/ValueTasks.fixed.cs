// summary: Task.Run unwraps tasks, not value tasks
// fix: Make the lambda async
using System;
using System.Threading;
using System.Threading.Tasks;

public class Flushes
{
    private ValueTask FlushAsync() => default;
    private ValueTask<int> ReadAsync() => new ValueTask<int>(1);

    public async Task RunAsync(CancellationToken token)
    {
        await Task.Run(async () => await FlushAsync());
        await Task.Run(async () => await ReadAsync(), token);
        await Task.Run(async () => await FlushAsync());
        await Task.Run(async () =>
        {
            if (token.IsCancellationRequested) return;
            await FlushAsync();
        });
    }
}
