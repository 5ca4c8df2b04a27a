// summary: Awaited, kept, passed on, dropped on purpose, verified, and what is no async code
using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

public interface IStore
{
    Task SaveAsync();
    ValueTask<int> CountAsync();
    (int, int) Range();
}

public static class Extras
{
    public static void Forget(this Task task) { }
    public static TaskAwaiter GetAwaiter(this (int, int) pair) => Task.Delay(pair.Item1).GetAwaiter();
    public static T Received<T>(this T substitute, int calls = 1) => substitute;
    public static T DidNotReceive<T>(this T substitute) => substitute;
}

public class Quiet
{
    private readonly IStore _store;
    private Task _running = Task.CompletedTask;

    public Quiet(IStore store) => _store = store;

    public async Task<int> UsedAsync(IStore? other, CancellationToken token)
    {
        await _store.SaveAsync(); // ok: awaited
        await _store.SaveAsync().ConfigureAwait(false); // ok: awaited
        _ = _store.SaveAsync(); // ok: discarded
        _ = other?.SaveAsync(); // ok: discarded
        _running = _store.SaveAsync(); // ok: kept
        var pending = _store.SaveAsync(); // ok: awaited below
        var tasks = new List<Task> { _store.SaveAsync(), pending }; // ok: collected
        tasks.Add(_store.SaveAsync()); // ok: collected
        await Task.WhenAll(tasks); // ok: awaited
        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => _store.SaveAsync())); // ok: the lambda returns it
        _store.SaveAsync().Forget(); // ok: made to be dropped
        Task.Run(() => _store.SaveAsync(), token); // ok: visibly detached
        Task.Factory.StartNew(() => 1); // ok: visibly detached
        pending.ContinueWith(t => Console.WriteLine(t.Status)); // ok: a continuation
        _store.Range(); // ok: awaitable by an extension only
        if (other is not null) { await other.SaveAsync(); } // ok: awaited
        Console.WriteLine(nameof(_store.SaveAsync)); // ok: a name
        Expression<Action> tree = () => _store.SaveAsync(); // ok: never executed
        Console.WriteLine(tree);
        return await _store.CountAsync(); // ok: awaited
    }

    public async Task VerifiedAsync(IStore store)
    {
        await store.Received(1).SaveAsync(); // ok: awaited
        store.Received(2).SaveAsync(); // ok: a verification
        store.DidNotReceive().CountAsync(); // ok: a verification
    }

    public async Task<Task> NestedAsync()
    {
        await Task.Yield();
        return _store.SaveAsync(); // ok: returned
    }

    public async IAsyncEnumerable<Task> StreamAsync()
    {
        yield return _store.SaveAsync(); // ok: yielded
        await Task.Yield();
    }

    public void Sync()
    {
        _store.SaveAsync(); // ok: AW301 has it
    }

    public async Task SyncLambdaAsync(List<IStore> stores)
    {
        stores.ForEach(store => store.SaveAsync()); // ok: AW301 has it
        await Task.Yield();
    }

    public async Task DynamicAsync(dynamic anything)
    {
        anything.SaveAsync(); // ok: nobody knows what it returns
        await Task.Yield();
    }
}
