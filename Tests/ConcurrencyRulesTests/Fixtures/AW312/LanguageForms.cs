// summary: Newer kinds of functions, loops, and other things that async decides
// config: dotnet_diagnostic.AW312.severity = suggestion
#nullable disable
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

public interface IStore
{
    Task SaveAsync(string key);
    async Task TwiceAsync(string key) => await SaveAsync(key + key);
//  ^^^^^ AW312
}

public static class RequestContext
{
    private static readonly AsyncLocal<string> Values = new();
    public static void Set(string key, string value) => Values.Value = key + value;
}

public static class Stores
{
    extension(IStore store)
    {
        public async Task ThriceAsync(string key) => await store.SaveAsync(key + key + key);
        //     ^^^^^ AW312
    }
}

public class Store(IStore inner) : IStore
{
    private static readonly AsyncLocal<string> Current = new();
    private static readonly ActivitySource Source = new("a");

    public async Task SaveAsync(string key) => await inner.SaveAsync(key);
    //     ^^^^^ AW312

    public async Task ParenthesizedAsync(string key) => await (inner.SaveAsync(key));
    //     ^^^^^ AW312

    public async Task<int> LoopAsync(List<int> keys)
    //     ^^^^^ AW312
    {
        for (var i = 0; i < 3; i++)
        {
            if (keys[i] > 1) return await CountAsync();
        }
        return await CountAsync();
    }

    private async Task<int> CountAsync() { await Task.Yield(); return 1; }

    public async Task ActivityAsync()
    {
        using var activity = Source.StartActivity("save");
        await inner.SaveAsync("a"); // ok: the activity ends with the task
    }

    public async Task CurrentAsync()
    {
        Activity.Current = null;
        await inner.SaveAsync("a"); // ok: the change ends with the function
    }

    public async Task LocalAsync(string value)
    {
        Current.Value = value;
        await inner.SaveAsync("a"); // ok: the change ends with the function
    }

    public async Task TracedAsync()
    {
        RequestContext.Set("trace", "a");
        await inner.SaveAsync("a"); // ok: the change ends with the function
    }

    private static readonly AsyncLocal<int> Depth = new();

    public async Task CountedAsync()
    {
        Depth.Value++;
        await inner.SaveAsync("a"); // ok: the change ends with the function
    }

    public async Task AddedAsync(int n)
    {
        Depth.Value += n;
        await inner.SaveAsync("a"); // ok: the change ends with the function
    }

    public async Task<IStore> CovariantAsync(Task<Store> store) => await store; // ok: the result is converted
    public async Task<long> WidenedAsync(Task<int> count) => await count; // ok: the result is converted
    public async Task<(int Count, string Name)> NamedAsync(Task<(int, string)> pair) => await pair;
    //     ^^^^^ AW312
    public async Task<T> GenericAsync<T>(Task<T> task) => await task;
    //     ^^^^^ AW312
    public async Task DerivedAsync(TaskCompletionSource<int> source) => await source.Task;
    //     ^^^^^ AW312
    public async Task<object> DynamicAsync(Task<dynamic> task) => await task;
    //     ^^^^^ AW312
    public async Task DynamicOperandAsync(dynamic anything) => await anything.SaveAsync(); // ok: nobody knows what it is

    public async Task LockedAsync()
    //     ^^^^^ AW312
    {
        lock (inner) { }
        await inner.SaveAsync("a");
    }

    public async Task GotoAsync(int n)
    {
    again:
        if (n-- > 0) goto again;
        await inner.SaveAsync("a"); // ok: jumps about
    }

    public async Task Handler(object sender, EventArgs e) => await inner.SaveAsync("a"); // ok: an event handler by its parameters
    public Func<object, EventArgs, Task> HandlerToo => async (sender, e) => await inner.SaveAsync("a"); // ok: likewise
    public async Task MatchedAsync(object sender, string e) => await inner.SaveAsync(e);
    //     ^^^^^ AW312

    public async Task NestedIfAsync(int n)
    //     ^^^^^ AW312
    {
        if (n == 0)
        {
            Console.WriteLine(n);
            if (n == 1) await inner.SaveAsync("a");
            else
            {
                await inner.SaveAsync("b");
            }
        }
        else if (n == 2) await inner.SaveAsync("c");
        else await inner.SaveAsync("d");
    }

    public async Task NoElseAsync(int n)
    {
        if (n == 0) await inner.SaveAsync("a"); // ok: not on every path
        else if (n == 2) await inner.SaveAsync("c");
    }

    public async Task<int> CheckedAsync(int n)
    {
        Debug.Assert(n > 0);
        return await CountAsync(); // ok: checks its argument
    }

    public Func<Task> Lambdas() => async delegate { await inner.SaveAsync("a"); };
    //                             ^^^^^ AW312
}
