// summary: An attribute of the assembly switches it off
// config: awaitwise.project_kind = library
using System.Threading.Tasks;

[assembly: DoNotUseConfigureAwait]

public class DoNotUseConfigureAwaitAttribute : System.Attribute { }

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1); // ok: as written
    }
}
