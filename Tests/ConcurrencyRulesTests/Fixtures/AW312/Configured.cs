// summary: A redundant await that another rule wants configured
// rules: AW204
// config: awaitwise.project_kind = library
// config: dotnet_diagnostic.AW312.severity = suggestion
using System.IO;
using System.Threading.Tasks;

public class Client
{
    private Task SendAsync(int count) => Task.Delay(count);

    public async Task RunAsync()
    //     ^^^^^ AW312
    {
        await SendAsync(1);
      //^^^^^ AW501
    }

    public async Task CopyAsync(Stream from, Stream to)
    //     ^^^^^ AW312
    {
        from.CopyTo(to);
        //   ^^^^^^ AW204
        await SendAsync(2);
      //^^^^^ AW501
    }
}
