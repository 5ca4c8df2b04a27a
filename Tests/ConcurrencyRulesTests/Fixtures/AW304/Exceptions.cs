// summary: Assertions about exceptions wait for the lambda
// fix: Use ThrowsExceptionAsync
// references: mstest
using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[TestClass]
public class PingTests
{
    private Task PingAsync() => Task.FromException(new IOException());

    [TestMethod]
    public async Task FailsAsync()
    {
        Assert.ThrowsException<IOException>(async () => await PingAsync());
        //                                  ^^^^^ AW304
        var failure = Assert.ThrowsException<IOException>(async () => await PingAsync());
        //                                                ^^^^^ AW304
        Console.WriteLine(failure.Message);
        await Assert.ThrowsExceptionAsync<IOException>(async () => await PingAsync()); // ok: takes a task
    }
}
