// summary: Weak tokens, when they are asked for
// config: awaitwise.AW401.grades = strong, medium, weak
using System.Threading;
using System.Threading.Tasks;

public class Job
{
    private readonly Host _host;

    async Task RunAsync()
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "'_host.Stopping' is not passed"
    }
}

public class Host
{
    public CancellationToken Stopping { get; }
}
