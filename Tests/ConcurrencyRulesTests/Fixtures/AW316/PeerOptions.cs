// summary: A peer's option about tests
// config: dotnet_diagnostic.AW316.severity = suggestion
// config: MA0137.exclude_test_methods = false
// references: xunit
using System.Threading.Tasks;
using Xunit;

public class Tests
{
    [Fact] public Task Loads() => Task.CompletedTask;
    //                 ^^^^^ AW316
}
