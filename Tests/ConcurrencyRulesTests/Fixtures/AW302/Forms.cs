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
        _queue.SendAsync("a");
        //     ^^^^^^^^^ AW302 suggestion "'SendAsync' is not awaited: execution goes on before it ends and its exceptions are lost. (The compiler reports CS4014 here.)"
        _queue.SendAsync("b").ConfigureAwait(false);
        //     ^^^^^^^^^ AW302 suggestion "(The compiler reports CS4014 here.)"
        _queue.TrimAsync();
        //     ^^^^^^^^^ AW302
        callback();
      //^^^^^^^^ AW302 "'callback' is not awaited"
        handlers[0](1);
      //^^^^^^^^^^^ AW302
        Task.Delay(5); // a pause
        //   ^^^^^ AW302 "'Task.Delay' is not awaited"
        File.WriteAllTextAsync("log", "text");
        //   ^^^^^^^^^^^^^^^^^ AW302 "'File.WriteAllTextAsync' is not awaited"
        await _queue.SendAsync("c");
    }

    public async Task ArrowAsync() => _queue.SendAsync("a");
    //                                       ^^^^^^^^^ AW302

    public async void OnTick(object sender, EventArgs e)
    {
        _queue.SendAsync("tick");
        //     ^^^^^^^^^ AW302
        await Task.Yield();
    }

    public void Lambdas()
    {
        Func<Task> later = async () =>
        {
            _queue.SendAsync("x");
            //     ^^^^^^^^^ AW302
            await Task.Yield();
        };
        Func<Task> arrow = async () => _queue.SendAsync("y");
        //                                    ^^^^^^^^^ AW302
        async Task Inner()
        {
            _queue.SendAsync("z");
            //     ^^^^^^^^^ AW302
            await Task.Yield();
        }
        later().Wait();
        arrow().Wait();
        Inner().Wait();
    }

    public async Task BranchesAsync(bool now)
    {
        if (now) _queue.SendAsync("1");
        //              ^^^^^^^^^ AW302
        else
            _queue.SendAsync("2");
            //     ^^^^^^^^^ AW302
        foreach (var text in new[] { "3" }) { _queue.SendAsync(text); }
        //                                           ^^^^^^^^^ AW302
        switch (now)
        {
            case true:
                _queue.SendAsync("4");
                //     ^^^^^^^^^ AW302
                break;
        }
        for (_queue.SendAsync("5"); now; _queue.SendAsync("6")) { await Task.Yield(); }
        //          ^^^^^^^^^ AW302
        //                                      ^^^^^^^^^ AW302
    }
}
