// summary: What a test framework gives to the code around
// project: test
using System.Threading;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

public class ImporterTests
{
    public TestContext TestContext { get; set; }

    public async Task Imports()
    {
        await Task.Delay(1);
//                 ^^^^^ AW401 suggestion "'TestContext.CancellationTokenSource.Token' is not passed"
    }
}

namespace Microsoft.VisualStudio.TestTools.UnitTesting
{
    public abstract class TestContext
    {
        public abstract CancellationTokenSource CancellationTokenSource { get; }
    }
}
