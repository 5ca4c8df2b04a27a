// summary: Waits with a limit become WaitAsync
// fix: Await 'WaitAsync'
using System;
using System.Threading;
using System.Threading.Tasks;

public class Limits
{
    async Task Tokens(Task task, CancellationToken token)
    {
        task.Wait(token);
        //   ^^^^ AW201
        await Task.Yield();
    }
}
