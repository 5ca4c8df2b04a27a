// summary: The other action says that the task is dropped on purpose
// fix: Discard explicitly
using System;
using System.Threading.Tasks;

public class Pump
{
    public Task SendAsync() => Task.CompletedTask;

    public async Task RunAsync(Pump? other, Func<Task> callback)
    {
        SendAsync();
      //^^^^^^^^^ AW302
        /* first */ other?.SendAsync(); // second
        //                 ^^^^^^^^^ AW302
        callback();
      //^^^^^^^^ AW302
        await SendAsync();
    }
}
