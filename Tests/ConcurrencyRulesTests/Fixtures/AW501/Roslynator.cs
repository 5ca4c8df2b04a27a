// summary: Another analyzer's option switches it on
// config: roslynator_configure_await = true
using System.Threading.Tasks;

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1);
      //^^^^^ AW501
    }
}
