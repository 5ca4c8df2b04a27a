// summary: The entry point becomes async
// project: console
// config: awaitwise.configure_await = none
// fix: Make 'Main' async and await
using System.Threading.Tasks;

public class Program
{
    public static async Task<int> Main(string[] args)
    {
        await Task.Delay(args.Length);
        return 0;
    }
}
