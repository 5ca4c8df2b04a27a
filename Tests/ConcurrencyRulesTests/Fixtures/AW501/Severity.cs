// summary: A severity switches it on
// config: dotnet_diagnostic.AW501.severity = warning
using System.Threading.Tasks;

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1);
      //^^^^^ AW501 warning
    }
}
