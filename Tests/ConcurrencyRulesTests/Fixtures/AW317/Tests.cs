// summary: Tests are called after what they test
// references: xunit
using System;
using Xunit;

public abstract class StoreTests
{
    [Fact]
    public void Throws_on_SaveAsync() => Assert.Equal(1, CountAsync()); // ok: a test

    [Theory]
    [InlineData(1)]
    public virtual void SaveAsync(int n) => Console.WriteLine(n); // ok: a test

    private static int CountAsync() => 1;
    //                 ^^^^^^^^^^ AW317
}
