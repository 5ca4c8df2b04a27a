// summary: A redundant await that another rule wants configured
// rules: AW204
// config: awaitwise.project_kind = library
// config: dotnet_diagnostic.AW312.severity = suggestion
using System.IO;
using System.Threading.Tasks;

public class Client
{
    private Task SendAsync(int count) => Task.Delay(count);

    public Task RunAsync()
    {
        return SendAsync(1);
    }

    public async Task CopyAsync(Stream from, Stream to)
    {
        await from.CopyToAsync(to).ConfigureAwait(false);
        await SendAsync(2).ConfigureAwait(false);
    }
}
