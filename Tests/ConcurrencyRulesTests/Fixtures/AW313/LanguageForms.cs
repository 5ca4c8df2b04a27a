// summary: Newer kinds of functions
// config: dotnet_diagnostic.AW313.severity = suggestion
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public interface IStore
{
    Task SaveAsync(string key);
    Task TwiceAsync(string key) => SaveAsync(key + key);
    //                             ^^^^^^^^^^^^^^^^^^^^ AW313
}

public static class Stores
{
    extension(IStore store)
    {
        public Task ThriceAsync(string key) => store.SaveAsync(key + key + key);
        //                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW313
    }
}

public class Store(IStore inner)
{
    public Task Generic<T>(Func<T, Task> save, T value) => save(value);
    //                                                     ^^^^^^^^^^^ AW313
    public Task<int> Span(ReadOnlySpan<char> text) => Task.Run(() => 1); // ok: can't be async
    public Task Thrown(bool b) => b ? throw new InvalidOperationException() : inner.SaveAsync("a"); // ok: throws on one way
    public IAsyncEnumerable<int> Stream() => throw new NotSupportedException(); // ok: no task
    public Task Locked()
    {
        lock (inner)
        {
            return inner.SaveAsync("a"); // ok: in a lock
        }
    }
    public Task Switched(int n) => n switch { 0 => inner.SaveAsync("a"), _ => inner.SaveAsync("b") };
    //                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW313
    public Task Coalesced(Task task) => task ?? inner.SaveAsync("a");
    //                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW313
    public Task FallingBack(Task other) => inner?.SaveAsync("a") ?? other;
    //                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW313
    public Task Conditional() => inner?.SaveAsync("a"); // ok: another rule's
    public Task Recursive(int n) => Recursive(n - 1);
    //                              ^^^^^^^^^^^^^^^^ AW313
    public Func<Task> Block() => () => { return inner.SaveAsync("a"); };
    //                                          ^^^^^^^^^^^^^^^^^^^^ AW313
    public Func<Task> Anonymous() => delegate { return inner.SaveAsync("a"); };
    //                                                 ^^^^^^^^^^^^^^^^^^^^ AW313
}
