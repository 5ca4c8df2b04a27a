// summary: The other action says that the task is dropped on purpose
// fix: Discard explicitly
using System;
using System.Threading.Tasks;

public class Pump
{
    public Task SendAsync() => Task.CompletedTask;

    public async Task RunAsync(Pump? other, Func<Task> callback)
    {
        _ = SendAsync();
        /* first */ _ = other?.SendAsync(); // second
        _ = callback();
        await SendAsync();
    }
}
