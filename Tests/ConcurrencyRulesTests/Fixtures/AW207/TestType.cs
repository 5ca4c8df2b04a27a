// summary: The constructor of a class of tests is told, no more
// project: library
// references: xunit
using System;
using System.Threading.Tasks;
using Xunit;

public class StoreTests
{
    private readonly int _size;

    public StoreTests()
    {
        _size = Task.Delay(1).ContinueWith(_ => 1).Result;
        //                                         ^^^^^^ AW207 suggestion
    }

    [Fact]
    public void HasSize() => Assert.Equal(1, _size);
}

public class Store
{
    public Store()
    {
        Task.Delay(1).Wait();
        //            ^^^^ AW207 warning
    }
}
