// summary: Another analyzer's option switches it off
// config: awaitwise.project_kind = library
// config: roslynator_configure_await = false
using System.Threading.Tasks;

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1); // ok: as configured
    }
}
