// summary: The entry point becomes async
// project: console
// config: awaitwise.configure_await = none
// fix: Make 'Main' async and await
using System.Threading.Tasks;

public class Program
{
    public static int Main(string[] args)
    {
        Task.Delay(args.Length).Wait();
        //                      ^^^^ AW202
        return 0;
    }
}
