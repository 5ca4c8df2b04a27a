// summary: Empty lambdas in tests
// project: test
using System;
using System.Threading.Tasks;

public class RunnerTests
{
    private Task RunAsync(Func<Task> work) => work();

    public async Task Runs()
    {
        await RunAsync(async () => { }); // ok: an empty lambda in a test
        await RunAsync(async () => { Console.WriteLine(); });
        //             ^^^^^ AW306
    }
}
