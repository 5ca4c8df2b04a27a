// summary: Peers' options are not read on request
// config: MA0134.report_discarded = true
// config: awaitwise.honor_peer_options = false
using System.Threading.Tasks;

public class Cache
{
    public Task FillAsync() => Task.CompletedTask;
    public void Fill() => _ = FillAsync(); // ok: discarded
}
