// summary: Local functions keep their names, as configured
// config: dotnet_diagnostic.AW316.severity = suggestion
// config: awaitwise.AW316.local_functions = false
using System.Threading.Tasks;

public class Job
{
    public Task RunAsync()
    {
        return Inner();
        Task Inner() => Task.CompletedTask; // ok: as configured
    }

    public Task Other() => Task.CompletedTask;
    //          ^^^^^ AW316
}
