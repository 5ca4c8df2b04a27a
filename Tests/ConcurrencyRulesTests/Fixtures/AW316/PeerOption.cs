// summary: Another analyzer's option asks for the suffix of test methods
// config: dotnet_diagnostic.AW316.severity = suggestion
// config: MA0137.exclude_test_methods = false
// project: test
// references: xunit
using System.Threading.Tasks;
using Xunit;

public class ImporterTests
{
    [Fact]
    public async Task Imports() => await Task.Yield();
    //                ^^^^^^^ AW316
}
