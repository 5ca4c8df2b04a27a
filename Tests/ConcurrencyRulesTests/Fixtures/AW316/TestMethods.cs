// summary: Test methods too, when that is asked for
// config: dotnet_diagnostic.AW316.severity = suggestion
// config: awaitwise.AW316.tests = true
// project: test
// references: xunit
using System.Threading.Tasks;
using Xunit;

public class ImporterTests
{
    [Fact]
    public async Task Imports() => await Task.Yield();
    //                ^^^^^^^ AW316

    [Fact]
    public async Task ImportsAllAsync() => await Task.Yield(); // ok: has the suffix
}
