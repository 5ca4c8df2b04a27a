// summary: xUnit has a waiting form of what takes an action
// references: xunit
using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

public class PingTests
{
    private Task PingAsync() => Task.FromException(new IOException());

    [Fact]
    public async Task FailsAsync()
    {
        Action act = async () => await PingAsync();
        //           ^^^^^ AW304 "because 'Action' returns nothing"
        Assert.Multiple(async () => await PingAsync(), () => { });
        //              ^^^^^ AW304 "because 'checks' of 'Assert.Multiple' returns nothing"
        await Assert.ThrowsAsync<IOException>(async () => await PingAsync()); // ok: takes a task
        Assert.All(new[] { 1 }, async number => await Task.Delay(number));
        //                      ^^^^^ AW304 "Use Assert.AllAsync."
        act();
    }
}
