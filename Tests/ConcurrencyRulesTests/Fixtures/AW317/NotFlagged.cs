// summary: Names that are right, prescribed, or of an older pattern
#nullable disable
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

public interface IStore
{
    Task SaveAsync();
}

public abstract class Base
{
    public abstract int MeasureAsync();
    //                  ^^^^^^^^^^^^ AW317
}

public struct Awaitable
{
    public YieldAwaitable.YieldAwaiter GetAwaiter() => default;
}

public class Silent : Base
{
    public event EventHandler LoadCompleted;

    public void LoadAsync(string key) => LoadCompleted?.Invoke(this, EventArgs.Empty); // ok: the event-based pattern
    public override int MeasureAsync() => 1; // ok: an override
    public Task SaveAsync() => Task.CompletedTask; // ok: a task
    public ValueTask<int> ReadAsync() => default; // ok: a value task
    public IAsyncEnumerable<int> EachAsync() => null; // ok: a stream
    public TTask StartAsync<TTask>() where TTask : Task => default; // ok: a type parameter
    public T GetAsync<T>() => default; // ok: a type parameter
    public YieldAwaitable PauseAsync() => Task.Yield(); // ok: can be awaited
    public Awaitable OwnAsync() => default; // ok: can be awaited
    public ConfiguredTaskAwaitable ConfiguredAsync() => Task.CompletedTask.ConfigureAwait(false); // ok: can be awaited
    public dynamic DynamicAsync() => null; // ok: who knows
    public void LoadAsync(string key, Action<string> done) => done(key); // ok: takes a callback
    public async void FireAsync() => await Task.Yield(); // ok: async void is another rule's
    public IAsyncResult BeginAsync() => null; // ok: an older pattern
    public int Async() => 1; // ok: nothing before the suffix
    public int Count() => 1; // ok: no suffix
    public int Countasync() => 1; // ok: another spelling
}
