// does not compile: some names are unknown
// summary: Broken names are left alone
public class Store : Unknown
{
    public void Load(CancellationToken token, string key) { } // ok: may be given by the unknown base
    internal void Save(Missing token, string key) { } // ok: another type
}
