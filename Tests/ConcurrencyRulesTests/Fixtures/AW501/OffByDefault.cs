// summary: Off outside of libraries
// config: awaitwise.project_kind = web
using System.Threading.Tasks;

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1); // ok: no context
    }
}
