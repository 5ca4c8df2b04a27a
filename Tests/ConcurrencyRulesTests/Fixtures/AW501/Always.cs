// summary: A program that chose to
// config: awaitwise.project_kind = console
// config: awaitwise.AW501.scope = always
using System.Threading.Tasks;

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1);
      //^^^^^ AW501 suggestion
    }
}
