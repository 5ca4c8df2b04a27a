// summary: A token in scope is passed by a second action
// fix: Use await Task.Delay with the token
using System.Threading;
using System.Threading.Tasks;

public class Polls
{
    async Task WaitAsync(CancellationToken token)
    {
        Thread.Sleep(100);
      //^^^^^^^^^^^^ AW205
        await Task.Yield();
    }
}
