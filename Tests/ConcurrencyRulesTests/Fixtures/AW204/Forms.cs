// summary: Where counterparts are found: the type, its bases and interfaces, extensions, local functions, overloads
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public interface IStore
{
    int Load(string key);
    Task<int> LoadAsync(string key);
}

public class Base
{
    public int Count<T>(IEnumerable<T> items) => 1;
    public Task<int> CountAsync<T>(IEnumerable<T> items, bool exact = false) => Task.FromResult(1);
    protected void Save(string name, int times) { }
    protected ValueTask SaveAsync(string name, int count) => default;
}

public static class Extensions
{
    public static void Send(this IStore store, string text) { }
    public static Task SendAsync(this IStore store, string text, CancellationToken token) => Task.CompletedTask;
    public static object Fetch(this IStore store) => "";
    public static Task<object> FetchAsync(this IStore store) => Task.FromResult<object>("");
}

public class Overloads
{
    public string Get(string key) => key;
    public Task<string> Get(string key, CancellationToken token) => Task.FromResult(key);
    public List<int> List() => new();
    public Task<List<int>> ListAsync() => Task.FromResult(new List<int>());
    public object Boxed() => 1;
    public Task<string> BoxedAsync() => Task.FromResult("");
}

public class Uses : Base
{
    async Task Run(IStore store, Overloads overloads, CancellationToken token)
    {
        Use(store.Load("a"));
        //        ^^^^ AW204
        Use(Count(new[] { 1 }));
        //  ^^^^^ AW204
        store.Send("a");
        //    ^^^^ AW204
        Extensions.Send(store, "a");
        //         ^^^^ AW204 "'Extensions.Send' blocks; await 'Extensions.SendAsync' instead."
        var found = store.Fetch();
        //                ^^^^^ AW204
        Use(overloads.Get("a"));
        //            ^^^ AW204 "'Get' blocks; await 'Get' instead."
        foreach (var item in overloads.List()) Use(item);
        //                             ^^^^ AW204
        object boxed = overloads.Boxed();
        //                       ^^^^^ AW204
        Save(name: "a", times: 1);
      //^^^^ AW204
        await Task.Yield();
        Use(found, boxed);

        int Local() => 1;
        Task<int> LocalAsync() => Task.FromResult(1);
        Use(Local());
        //  ^^^^^ AW204
        await LocalAsync();
    }

    Func<Task> Lambda(IStore store) => async () => Use(store.Load("a"));
    //                                                       ^^^^ AW204

    void Offload(IStore store) => Start(() => { Use(1); store.Load("a"); return Task.CompletedTask; });
    //                                                        ^^^^ AW204

    void Start(Func<Task> function) { }
    void Use(params object[] values) { }
}
