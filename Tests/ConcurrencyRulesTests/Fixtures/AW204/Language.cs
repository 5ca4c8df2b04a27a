// summary: Static imports, primary constructors, extension blocks, iterators, lambdas of lambdas, hidden and experimental counterparts
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using static System.IO.File;

public class Store
{
    public virtual void Flush() { }
    public virtual Task FlushAsync() => Task.Delay(1);
    public void Try() { }
    [Experimental("SHOP1")] public Task TryAsync() => Task.Delay(1);
    public int Stream() => 1;
    public IAsyncEnumerable<int> StreamAsync() => throw new NotSupportedException();
    public T Get<T>(string key) => default!;
    public Task<T> GetAsync<T>(string key, CancellationToken token = default) => Task.FromResult(default(T)!);
}

public static class Extensions
{
    extension(Store store)
    {
        public void Extended() { }
        public Task ExtendedAsync() => Task.Delay(1);
    }
}

public class Derived : Store
{
    public override async Task FlushAsync()
    {
        Flush(); // ok: this is the counterpart
        await base.FlushAsync();
    }
}

public class Uses(Store primary)
{
    async Task RunAsync(Store store)
    {
        primary.Flush();
        //      ^^^^^ AW204
        store.Try(); // ok: experimental
        Use(store.Stream()); // ok: a stream is no task
        Use(store.Get<string>("k").Length);
        //        ^^^^^^^^^^^ AW204
        Use(store?.Get<string>("k"));
        //         ^^^^^^^^^^^ AW204
        Use(store is null ? "" : ReadAllText("b"));
        //                       ^^^^^^^^^^^ AW204
        foreach (var line in ReadAllLines("a")) Use(line);
        //                   ^^^^^^^^^^^^ AW204
        using var reader = OpenText("a");
        while (reader.ReadLine() is { } line) Use(line);
        //            ^^^^^^^^ AW204
        store.Extended();
        //    ^^^^^^^^ AW204
        TextWriter console = Console.Out;
        console.WriteLine("x"); // ok: the console
        using var memory = new StreamWriter(new MemoryStream());
        memory.Write("a"); // ok: memory
        lock (store)
        {
            Func<Task> later = async () => { store.Flush(); await Task.Yield(); };
            //                                     ^^^^^ AW204
            Use(later);
        }
    }

    async IAsyncEnumerable<string> LinesAsync()
    {
        yield return ReadAllText("a");
        //           ^^^^^^^^^^^ AW204
        await Task.Yield();
    }

    Task AllAsync(List<Store> stores) => Task.WhenAll(stores.Select(async store => { store.Flush(); await Task.Yield(); }));
    //                                                                                     ^^^^^ AW204

    Task OffloadAsync(Store store) => Task.Run(() => { store.Flush(); Use(1); });
    //                                                       ^^^^^ AW204

    IQueryable<int> Translated(IQueryable<Store> stores) => stores.Select(store => store.Get<int>("a")); // ok: an expression tree

    void Use(object? value) { }
}
