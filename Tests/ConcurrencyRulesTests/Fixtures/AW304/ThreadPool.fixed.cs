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
        _ = Task.Run(async () => await PingAsync());
        _ = Task.Run(async () =>
        {
            // twice
            await PingAsync();
            await PingAsync();
        });
        _ = Task.Run(async () => { await PingAsync(); });
        _ = Task.Run(async () => await PingAsync());
    }

    public void Others()
    {
        ThreadPool.QueueUserWorkItem(async state => await Task.FromResult(state), this);
        bool queued = ThreadPool.QueueUserWorkItem(async _ => await PingAsync());
        var thread = new Thread(async () => await PingAsync());
        thread.Start();
    }
}
