// summary: Before C# 7.1 the entry point can't be async
// language: 7
using System.Threading.Tasks;

public static class Program
{
    public static void Main()
    {
        LoadAsync().Wait(); // ok: there is no other way
        Run();
    }

    private static void Run()
    {
        LoadAsync().Wait();
        //          ^^^^ AW202
    }

    private static Task LoadAsync()
    {
        return Task.Delay(1);
    }
}
