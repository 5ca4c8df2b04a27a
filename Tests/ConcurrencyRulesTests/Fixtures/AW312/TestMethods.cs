// summary: Tests, and what overrides them
// config: dotnet_diagnostic.AW312.severity = suggestion
// references: xunit
using System.Threading.Tasks;
using Xunit;

public abstract class StoreTestBase
{
    protected Task CheckAsync() => Task.Delay(1);

    [Fact]
    public virtual async Task Saves() => await CheckAsync(); // ok: a test

    public virtual async Task Prepare() => await CheckAsync();
    //             ^^^^^ AW312
}

public class StoreTests : StoreTestBase
{
    public override async Task Saves() => await base.Saves(); // ok: overrides a test

    public override async Task Prepare() => await base.Prepare();
    //              ^^^^^ AW312
}
