// summary: A token in scope is passed by a second action
// fix: Use await Task.Delay with the token
using System.Threading;
using System.Threading.Tasks;

public class Polls
{
    async Task WaitAsync(CancellationToken token)
    {
        await Task.Delay(100, token);
        await Task.Yield();
    }
}
