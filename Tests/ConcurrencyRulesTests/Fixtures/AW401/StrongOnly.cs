// summary: Only parameters and locals, when that is asked for
// config: awaitwise.AW401.grades = strong
using System.Threading;
using System.Threading.Tasks;

public class Job
{
    private readonly CancellationToken _stopping;
    private readonly Host _host;

    async Task RunAsync()
    {
        await Task.Delay(1); // ok: a member is of medium grade
    }

    async Task RunAsync(CancellationToken token)
    {
        await Task.Delay(1);
        //         ^^^^^ AW401
    }
}

public class Host
{
    public CancellationToken Stopping { get; }
}
