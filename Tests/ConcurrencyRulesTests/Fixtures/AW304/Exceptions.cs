// summary: Assertions about exceptions wait for the lambda
// fix: Use ThrowsExactlyAsync
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
        Assert.ThrowsExactly<IOException>(async () => await PingAsync());
        //                                ^^^^^ AW304 "Use Assert.ThrowsExactlyAsync."
        var failure = Assert.ThrowsExactly<IOException>(async () => await PingAsync());
        //                                              ^^^^^ AW304
        Console.WriteLine(failure.Message);
        await Assert.ThrowsExactlyAsync<IOException>(async () => await PingAsync()); // ok: takes a task
    }
}
