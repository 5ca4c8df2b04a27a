// summary: A web project is told louder
// config: awaitwise.project_kind = web
using System.Threading;
using System.Threading.Tasks;

public class Job
{
    async Task RunAsync(CancellationToken token)
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 warning
    }
}
