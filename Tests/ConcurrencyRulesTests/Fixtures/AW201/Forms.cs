// summary: Every member that waits, value tasks, lambdas, local functions, the top level
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using static System.Threading.Tasks.Task;

var start = Delay(1);
start.Wait();
//    ^^^^ AW201

public class Forms
{
    async Task AllAsync(Task<int> a, Task b, ValueTask<int> v, ValueTask<int> u, ValueTask w, CancellationToken token)
    {
        Use(a.Result);
        //    ^^^^^^ AW201
        Use(v.Result);
        //    ^^^^^^ AW201
        w.GetAwaiter().GetResult();
        //             ^^^^^^^^^ AW201
        u.ConfigureAwait(false).GetAwaiter().GetResult();
        //                                   ^^^^^^^^^ AW201
        WaitAny(a, b);
      //^^^^^^^ AW201
        await Yield();
    }

    async Task AnyAsync(Task a, Task b)
    {
        Task.WaitAny(a, b);
        //   ^^^^^^^ AW201 "Use await Task.WhenAny."
        int index = Task.WaitAny(a, b);
        //               ^^^^^^^ AW201
        Use(index);
        await Yield();
    }

    async Task LimitsAsync(Task a, Task b, Task c, Task d, CancellationToken token)
    {
        a.Wait(token);
        //^^^^ AW201 "Use await WaitAsync."
        c.Wait(1000);
        //^^^^ AW201
        d.Wait(TimeSpan.FromSeconds(1), token);
        //^^^^ AW201
        if (b.Wait(1000)) Use(1);
        //    ^^^^ AW201
        Task.WaitAll(new[] { a, b }, 1000);
        //   ^^^^^^^ AW201
        await Yield();
    }

    async Task ConditionalAsync(Task? task, Task<int>? number)
    {
        task?.Wait();
        //    ^^^^ AW201
        Use(number?.Result ?? 0);
        //          ^^^^^^ AW201
        await Yield();
    }

    async void Handler(object sender, EventArgs e)
    {
        Load().Wait();
        //     ^^^^ AW201
        await Yield();
    }

    Task<int> Lambda(List<int> list)
    {
        Func<Task<int>> read = () => Task.FromResult(Number().Result);
        //                                                    ^^^^^^ AW201
        return read();
    }

    Task RunAsync()
    {
        return Task.Run(() => { Load().Wait(); });
        //                             ^^^^ AW201
    }

    void Outer()
    {
        Use(Inner);
        async Task Inner()
        {
            await Yield();
            Load().Wait();
            //     ^^^^ AW201
        }
    }

    async Task OffloadedAsync(Client client)
    {
        var name = Task.Run(() => client.NameAsync()).Result.Trim();
        //                                            ^^^^^^ AW201
        var size = Task.Run(() => client.Size()).Result;
        //                                       ^^^^^^ AW201
        Use(name.Length + size);
        await Yield();
    }

    Task Load() => Delay(1);
    Task<int> Number() => Task.FromResult(1);
    void Use(int value) { }
    void Use(Func<Task> function) { }
}

public class Client
{
    public Task<string> NameAsync() => Task.FromResult("");
    public int Size() => 1;
}
