// fix: Await
// summary: Where no await may stand only the discard is offered
using System.Threading.Tasks;

public class Pump
{
    private readonly object _gate = new();
    public Task SendAsync() => Task.CompletedTask;

    public async Task RunAsync()
    {
        lock (_gate)
        {
            SendAsync();
          //^^^^^^^^^ AW302
        }
        await Task.Yield();
    }
}
