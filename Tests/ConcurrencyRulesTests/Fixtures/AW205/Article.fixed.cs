// summary: Sleeping in asynchronous code
using System;
using System.Threading;
using System.Threading.Tasks;
using static System.Threading.Thread;
using Own = System.Threading.Thread;

public class Polls
{
    async Task PollAsync(Func<bool> done)
    {
        while (!done()) await Task.Delay(100);
        await Task.Run(async () => { await Task.Delay(TimeSpan.FromSeconds(1)); });
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Yield();
    }

    async Task<int> Lifted()
    {
        await Task.Delay(10);
        return 1;
    }
}
