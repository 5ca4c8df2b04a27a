// summary: Named exceptions
// config: awaitwise.AW403.excluded_symbols = Store.Load, Legacy
using System.Threading;

public class Store
{
    public void Load(CancellationToken token, string key) { } // ok: excluded
    public void Save(CancellationToken token, string key) { }
    //               ^^^^^^^^^^^^^^^^^^^^^^^ AW403
}

public class Legacy
{
    public void Load(CancellationToken token, string key) { } // ok: of an excluded type
}
