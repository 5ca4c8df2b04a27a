// summary: An attribute of the assembly switches it on
using System.Threading.Tasks;

[assembly: UseConfigureAwaitFalse]

public class UseConfigureAwaitFalseAttribute : System.Attribute { }

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1);
      //^^^^^ AW501
    }
}
