// summary: Tests that sleep
// project: test
// references: xunit
using System.Threading;
using System.Threading.Tasks;
using Xunit;

public class CacheTests
{
    [Fact]
    public void Expires()
    {
        Thread.Sleep(2000);
      //^^^^^^^^^^^^ AW205 suggestion "Thread.Sleep makes the test slow and timing-dependent."
        void Pause() => Thread.Sleep(1);
        //              ^^^^^^^^^^^^ AW205
        Pause();
        Helper();
    }

    [Fact]
    public async Task ExpiresLater()
    {
        Thread.Sleep(2000);
      //^^^^^^^^^^^^ AW205 suggestion "holds the thread"
        await Task.Yield();
    }

    private void Helper() => Thread.Sleep(1); // ok: a helper
}
