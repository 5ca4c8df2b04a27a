// summary: Off for loose files
using System.Threading.Tasks;

public class Service
{
    public async Task RunAsync()
    {
        await Task.Delay(1); // ok: nobody said that this is a library
    }
}
