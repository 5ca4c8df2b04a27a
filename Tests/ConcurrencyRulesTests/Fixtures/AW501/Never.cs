// summary: A library that chose not to
// config: awaitwise.project_kind = library
// config: awaitwise.AW501.scope = never
using System.Threading.Tasks;

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1); // ok: as configured
    }
}
