// summary: All tokens in test code, when that is asked for
// config: awaitwise.AW401.tests = true
// project: test
using System.Threading;
using System.Threading.Tasks;

public class ImporterTests
{
    private readonly CancellationTokenSource _source = new CancellationTokenSource();

    public async Task Imports()
    {
        await Task.Delay(1);
//                 ^^^^^ AW401 "'_source.Token' is not passed"
    }
}
