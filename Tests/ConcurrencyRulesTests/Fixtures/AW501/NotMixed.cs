// summary: Code with a synchronization context is left alone, also behind a configured await
// config: awaitwise.project_kind = library
// config: awaitwise.AW501.scope = always
// config: awaitwise.synchronization_context = present
// config: awaitwise.AW501.mixed = false
using System.Threading.Tasks;

public class Loader
{
    public async Task LoadAsync()
    {
        await Task.Delay(1).ConfigureAwait(false); // ok: configured
        await Task.Delay(2); // ok: mixing is allowed
    }
}
