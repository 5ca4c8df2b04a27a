// summary: Work for the pool goes through Task.Run
// fix: Use Task.Run
using System;
using System.Threading;
using System.Threading.Tasks;

public class Pinger
{
    public Task PingAsync() => Task.CompletedTask;

    public void Start()
    {
        ThreadPool.QueueUserWorkItem(async _ => await PingAsync());
        //                           ^^^^^ AW304 "because 'callBack' of 'ThreadPool.QueueUserWorkItem' returns nothing: its end cannot be awaited and its exceptions end the process. Use Task.Run."
        ThreadPool.QueueUserWorkItem(async state =>
        //                           ^^^^^ AW304
        {
            // twice
            await PingAsync();
            await PingAsync();
        });
        ThreadPool.UnsafeQueueUserWorkItem(async delegate { await PingAsync(); }, null);
        //                                 ^^^^^ AW304
        new Thread(async () => await PingAsync()).Start();
        //         ^^^^^ AW304 "because 'start' of 'Thread' returns nothing: its end cannot be awaited and its exceptions end the process. Use Task.Run."
    }

    public void Others()
    {
        ThreadPool.QueueUserWorkItem(async state => await Task.FromResult(state), this);
        //                           ^^^^^ AW304
        bool queued = ThreadPool.QueueUserWorkItem(async _ => await PingAsync());
        //                                         ^^^^^ AW304
        var thread = new Thread(async () => await PingAsync());
        //                      ^^^^^ AW304
        thread.Start();
    }
}
