// summary: One dropped call, one finding
// rules: all
using System.Threading.Tasks;

public class Pump
{
    public Task SendAsync() => Task.CompletedTask;

    public void Start()
    {
        SendAsync();
      //^^^^^^^^^ AW301
    }

    public async Task StartAsync()
    {
        SendAsync();
      //^^^^^^^^^ AW302
        await Task.Yield();
    }
}
