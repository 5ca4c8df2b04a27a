// summary: Another analyzer's options
// config: dotnet_code_quality.CA1068.api_surface = private, internal
// config: dotnet_code_quality.CA1068.excluded_symbol_names = Drop|M:Store.Keep(System.Threading.CancellationToken,System.String)
// config: dotnet_code_quality.CA1068.excluded_type_names_with_derived_types = Message
using System.Threading;

public class Store
{
    public void Load(CancellationToken token, string key) { } // ok: public
    internal void Save(CancellationToken token, string key) { }
    //                 ^^^^^^^^^^^^^^^^^^^^^^^ AW403
    internal void Drop(CancellationToken token, string key) { } // ok: excluded
    internal void Keep(CancellationToken token, string key) { } // ok: excluded
}

internal class Message { }

internal class Letter : Message
{
    internal void Send(CancellationToken token, string key) { } // ok: excluded by its base
}
