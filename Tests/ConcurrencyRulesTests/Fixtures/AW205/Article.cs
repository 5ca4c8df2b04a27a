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
        while (!done()) Thread.Sleep(100);
        //              ^^^^^^^^^^^^ AW205 warning "Thread.Sleep holds the thread for the whole pause. Use await Task.Delay."
        await Task.Run(() => { Thread.Sleep(TimeSpan.FromSeconds(1)); });
        //                     ^^^^^^^^^^^^ AW205
        Sleep(1);
      //^^^^^ AW205
        Own.Sleep(1);
      //^^^^^^^^^ AW205
        System.Threading.Thread.Sleep(1);
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW205
        Thread.Sleep(0);
      //^^^^^^^^^^^^ AW205
    }

    Task<int> Lifted()
    {
        Thread.Sleep(10);
      //^^^^^^^^^^^^ AW205
        return Task.FromResult(1);
    }
}
