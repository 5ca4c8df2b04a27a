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
        await Task.Run(() => FlushAsync());
        //         ^^^ AW107 warning "The delegate returns a value task, which Task.Run does not unwrap: the result is 'Task<ValueTask>'. Make the lambda async or use AsTask()."
        await Task.Run(() => ReadAsync(), token);
        //         ^^^ AW107 "the result is 'Task<ValueTask<int>>'"
        await Task.Run(FlushAsync);
        //         ^^^ AW107
        await Task.Run(() =>
        //         ^^^ AW107
        {
            if (token.IsCancellationRequested) return default;
            return FlushAsync();
        });
    }
}
