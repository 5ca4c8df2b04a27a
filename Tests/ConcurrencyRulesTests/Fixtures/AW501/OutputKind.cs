// summary: Limited to programs by another analyzer's option
// config: awaitwise.project_kind = library
// config: dotnet_code_quality.CA2007.output_kind = ConsoleApplication
using System.Threading.Tasks;

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1); // ok: a library
    }
}
