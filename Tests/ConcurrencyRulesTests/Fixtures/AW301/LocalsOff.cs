// summary: Unused locals are left alone on request
// config: awaitwise.AW301.report_unused_locals = false
using System.Threading.Tasks;

public class Cache
{
    public Task FillAsync() => Task.CompletedTask;

    public void Fill()
    {
        var filling = FillAsync(); // ok: switched off
        FillAsync();
      //^^^^^^^^^ AW301
    }
}
