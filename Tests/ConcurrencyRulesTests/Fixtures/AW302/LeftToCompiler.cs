// summary: What the compiler reports is left to it on request
// config: awaitwise.report_compiler_covered = false
using System;
using System.Threading.Tasks;

public class Pump
{
    public Task SendAsync() => Task.CompletedTask;

    public async Task RunAsync(Pump? other, Func<Task> callback)
    {
        SendAsync(); // ok: the compiler reports it
        callback(); // ok: the compiler reports it
        SendAsync().ConfigureAwait(false); // ok: the compiler reports it
        other?.SendAsync();
        //     ^^^^^^^^^ AW302 warning
        callback?.Invoke();
        //        ^^^^^^ AW302 warning
        await SendAsync();
    }
}
