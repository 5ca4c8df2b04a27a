// fix: Await
// summary: Calls that an async function does not await
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

public interface IQueue
{
    Task SendAsync(string text);
    ValueTask<int> TrimAsync();
}

public class Worker
{
    private readonly IQueue _queue;

    public Worker(IQueue queue) => _queue = queue;

    public async Task RunAsync(Func<Task> callback, Func<int, Task>[] handlers)
    {
        await _queue.SendAsync("a");
        await _queue.SendAsync("b").ConfigureAwait(false);
        await _queue.TrimAsync();
        await callback();
        await handlers[0](1);
        await Task.Delay(5); // a pause
        await File.WriteAllTextAsync("log", "text");
        await _queue.SendAsync("c");
    }

    public async Task ArrowAsync() => await _queue.SendAsync("a");

    public async void OnTick(object sender, EventArgs e)
    {
        await _queue.SendAsync("tick");
        await Task.Yield();
    }

    public void Lambdas()
    {
        Func<Task> later = async () =>
        {
            await _queue.SendAsync("x");
            await Task.Yield();
        };
        Func<Task> arrow = async () => await _queue.SendAsync("y");
        async Task Inner()
        {
            await _queue.SendAsync("z");
            await Task.Yield();
        }
        later().Wait();
        arrow().Wait();
        Inner().Wait();
    }

    public async Task BranchesAsync(bool now)
    {
        if (now) await _queue.SendAsync("1");
        else
            await _queue.SendAsync("2");
        foreach (var text in new[] { "3" }) { await _queue.SendAsync(text); }
        switch (now)
        {
            case true:
                await _queue.SendAsync("4");
                break;
        }
        for (_queue.SendAsync("5"); now; await _queue.SendAsync("6")) { await Task.Yield(); }
    }
}
