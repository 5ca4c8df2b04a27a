// summary: In test code all tokens count, when that is asked for
// config: awaitwise.project_kind = test
// config: awaitwise.AW401.tests = true
using System.Threading;
using System.Threading.Tasks;

public class ImporterTests
{
    private readonly CancellationTokenSource _source = new CancellationTokenSource();

    public async Task Imports()
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 suggestion
        await Task.Delay(1, _source.Token); // ok: passed
    }
}
