// summary: Assertions of test frameworks
// project: test
// references: xunit
using Xunit;

namespace Shop;

public class StoreTests
{
    static ValueTask<int> GetAsync(int id) => new(id);

    [Fact]
    public void IsReady()
    {
        var value = GetAsync(1);
        Assert.True(value.IsCompletedSuccessfully);
        Assert.Equal(1, value.Result); // ok: asserted
    }

    [Fact]
    public void IsNotAsked()
    {
        var value = GetAsync(1);
        Assert.Equal(1, value.Result);
//                            ^^^^^^ AW802
    }
}
