// does not compile: some names are unknown
// summary: Broken names are left alone
using System.Threading;
using System.Threading.Tasks;

public class Job
{
    async Task RunAsync(Unknown service, CancellationToken token)
    {
        await service.LoadAsync(1); // ok: nobody knows
        await MissingAsync(); // ok: nobody knows
        await foreach (var row in service.RowsAsync()) { } // ok: nobody knows
    }
}
