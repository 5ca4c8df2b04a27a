// summary: With a context at hand, only behind an await that left it
// config: dotnet_diagnostic.AW501.severity = suggestion
// config: awaitwise.synchronization_context = present
using System.Threading.Tasks;

public class View
{
    public async Task RunAsync(bool isQuick)
    {
        await Task.Delay(1); // ok: the view wants its context
        if (isQuick) await Task.Delay(2).ConfigureAwait(false);
        await Task.Delay(3); // ok: the context may be there
        await Task.Delay(4).ConfigureAwait(false);
        await Task.Delay(5);
      //^^^^^ AW501
    }
}
