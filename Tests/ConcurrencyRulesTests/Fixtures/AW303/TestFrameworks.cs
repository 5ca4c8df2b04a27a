// summary: Tests and their set-up, by whatever framework
// references: nunit, tunit
using System.Threading.Tasks;
using NUnit.Framework;

public class StoreTests
{
    [SetUp]
    public async void Prepare() => await Task.Yield();
    //                ^^^^^^^ AW303 "The test runner cannot wait for the async void test 'Prepare'. Return Task."

    [TestCase(1)]
    public async void Saves(int n) => await Task.Delay(n);
    //                ^^^^^ AW303 "async void test 'Saves'"

    [TestCaseSource(nameof(Numbers))]
    public async void Loads(int n) => await Task.Delay(n);
    //                ^^^^^ AW303 "async void test 'Loads'"

    private static int[] Numbers() => [1];

    private async void Helper() => await Task.Yield();
    //                 ^^^^^^ AW303 "'Helper' is async void"
}

public class OtherTests
{
    [TUnit.Core.Test]
    public async void Runs() => await Task.Yield();
    //                ^^^^ AW303 "async void test 'Runs'"
}
