// summary: Overloads with more optional parameters, by the rule's own option
// config: awaitwise.AW401.allow_optional = true
using System.Threading;
using System.Threading.Tasks;

public class Job
{
    async Task RunAsync(CancellationToken token)
    {
        await StepAsync(1);
//            ^^^^^^^^^ AW401
    }

    static Task StepAsync(int count) => Task.CompletedTask;
    static Task StepAsync(int count, CancellationToken token, bool isLoud = false) => Task.CompletedTask;
}
