// summary: Our own option, and that of nobody, wins over a peer's
// config: dotnet_diagnostic.AW316.severity = suggestion
// config: awaitwise.AW316.tests = false
// config: MA0137.exclude_test_methods = false
// references: xunit
using System.Threading.Tasks;
using Xunit;

public class Tests
{
    [Fact] public Task Loads() => Task.CompletedTask; // ok: tests keep their names
}
