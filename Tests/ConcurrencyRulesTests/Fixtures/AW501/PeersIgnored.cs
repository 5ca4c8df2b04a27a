// summary: Other analyzers' options don't count when they are not honored
// config: awaitwise.honor_peer_options = false
// config: MA0004.report = Always
using System.Threading.Tasks;

[assembly: UseConfigureAwaitFalse]

public class UseConfigureAwaitFalseAttribute : System.Attribute { }

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1); // ok: no library
    }
}
