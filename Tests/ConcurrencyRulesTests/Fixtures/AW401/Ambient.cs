// summary: The token of the running test
// project: test
using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

public class ImporterTests
{
    private readonly CancellationTokenSource _source = new CancellationTokenSource();

    [Fact]
    public async Task Imports()
    {
        await Task.Delay(1);
//                 ^^^^^ AW401 suggestion "'TestContext.Current.CancellationToken' is not passed"
        await Task.Delay(1, TestContext.Current.CancellationToken); // ok: passed
    }
}

namespace Xunit
{
    public class FactAttribute : Attribute { }

    public interface ITestContext { CancellationToken CancellationToken { get; } }

    public static class TestContext { public static ITestContext Current { get; set; } }
}
