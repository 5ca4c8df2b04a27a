// summary: Test runners await what a test returns
// fix: Return Task
// references: xunit, mstest
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Xunit;

public class LoaderTests
{
    [Fact]
    public async void Loads() => Xunit.Assert.Equal(1, await LoadAsync());
    //                ^^^^^ AW303 "The test runner cannot wait for the async void test 'Loads'. Return Task."

    [Theory]
    [InlineData(1)]
    public async void LoadsOne(int number) => Xunit.Assert.Equal(number, await LoadAsync());
    //                ^^^^^^^^ AW303 "async void test 'LoadsOne'"

    [Fact]
    public async Task LoadsWell() => Xunit.Assert.Equal(1, await LoadAsync()); // ok: the runner awaits it

    private static Task<int> LoadAsync() => Task.FromResult(1);
}

[TestClass]
public class OtherTests
{
    [TestMethod]
    public async void Runs() => await Task.Yield();
    //                ^^^^ AW303 "async void test 'Runs'"

    [TestInitialize]
    public async Task PrepareAsync() => await Task.Yield(); // ok: the runner awaits it
}
