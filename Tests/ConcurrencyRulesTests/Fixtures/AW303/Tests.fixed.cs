// summary: Test runners await what a test returns
// fix: Return Task
// references: xunit, mstest
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Xunit;

public class LoaderTests
{
    [Fact]
    public async Task Loads() => Xunit.Assert.Equal(1, await LoadAsync());

    [Theory]
    [InlineData(1)]
    public async Task LoadsOne(int number) => Xunit.Assert.Equal(number, await LoadAsync());

    [Fact]
    public async Task LoadsWell() => Xunit.Assert.Equal(1, await LoadAsync()); // ok: the runner awaits it

    private static Task<int> LoadAsync() => Task.FromResult(1);
}

[TestClass]
public class OtherTests
{
    [TestMethod]
    public async Task Runs() => await Task.Yield();

    [TestInitialize]
    public async Task PrepareAsync() => await Task.Yield(); // ok: the runner awaits it
}
