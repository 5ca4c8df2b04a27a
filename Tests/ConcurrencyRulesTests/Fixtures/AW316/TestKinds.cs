// does not compile: an attribute that binds to nothing
// summary: Tests without a body, and by attributes that nobody knows
// config: dotnet_diagnostic.AW316.severity = suggestion
// references: xunit
using System.Threading.Tasks;
using Xunit;

public abstract class StoreTests
{
    [Fact]
    public abstract Task Saves(); // ok: a test

    [ConditionalFact("linux")]
    public Task Loads() => Task.CompletedTask; // ok: a test by its attribute's name

    [Artifact]
    public Task Makes() => Task.CompletedTask;
    //          ^^^^^ AW316

    public abstract Task Prepare();
    //                   ^^^^^^^ AW316
}
