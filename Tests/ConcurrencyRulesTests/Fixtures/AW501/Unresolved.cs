// does not compile: some names are unknown
// summary: Broken names are left alone
// config: awaitwise.project_kind = library
using System.Threading.Tasks;

public class Loader
{
    public async Task LoadAsync(Unknown rows)
    {
        await rows.LoadAsync(); // ok: nobody knows
        await MissingAsync(); // ok: nobody knows
        await foreach (var row in rows) { } // ok: nobody knows
        await using var other = rows; // ok: nobody knows
    }
}
