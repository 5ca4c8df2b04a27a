// summary: Test code passes on parameters only
// config: awaitwise.project_kind = test
using System.Threading;
using System.Threading.Tasks;

public class ImporterTests
{
    private readonly CancellationTokenSource _source = new CancellationTokenSource();

    public async Task Imports()
    {
        await Task.Delay(1); // ok: the source is the test's own affair
    }

    private static async Task WaitAsync(CancellationToken token)
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 suggestion
    }
}
