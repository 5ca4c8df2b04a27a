// summary: Another analyzer's option switches it on
// config: MA0004.report = Always
using System.Threading.Tasks;

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1);
      //^^^^^ AW501
    }
}
