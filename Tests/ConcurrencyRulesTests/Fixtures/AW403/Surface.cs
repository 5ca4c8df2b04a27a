// summary: Only what other assemblies can use
// config: awaitwise.AW403.api_surface = exposed
using System.Threading;

public class Store
{
    public void Load(CancellationToken token, string key) { }
    //               ^^^^^^^^^^^^^^^^^^^^^^^ AW403
    internal void Save(CancellationToken token, string key) { } // ok: internal
    private void Drop(CancellationToken token, string key) { } // ok: private
}

internal class Hidden
{
    public void Load(CancellationToken token, string key) { } // ok: of an internal type
}
