// summary: Completed tasks, overloads, scopes and what can't be async
// config: dotnet_diagnostic.AW313.severity = suggestion
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq.Expressions;
using System.Threading.Tasks;

public class Silent
{
    private Task<int> _cached;

    public async Task<int> LoadAsync(string key) { await Task.Yield(); return key.Length; }
    public Task<int> LoadAsync() => LoadAsync(""); // ok: an overload of the name
    public Task NothingAsync() => Task.CompletedTask; // ok: complete
    public Task<int> OneAsync() => Task.FromResult(1); // ok: complete
    public Task MissingAsync() => null; // ok: another rule's
    public Task ThrowAsync() => throw new NotSupportedException(); // ok: throws

    public Task<int> CachedAsync(string key)
    {
        if (key == "") return Task.FromResult(0); // ok: not every return is a running task
        return LoadAsync(key);
    }

    public Task<int> ScopedAsync(string path)
    {
        using var reader = File.OpenText(path);
        return LoadAsync(path); // ok: another rule's
    }

    public Task<int> CaughtAsync(string path)
    {
        try { return LoadAsync(path); } // ok: another rule's
        catch (IOException) { return LoadAsync(""); }
    }

    public Task<int> ReferenceAsync(ref int count) => LoadAsync("a"); // ok: can't be async

    public Task<int> Property => LoadAsync("a"); // ok: an accessor

    public static Task operator +(Silent a, Silent b) => a.LoadAsync("a"); // ok: an operator

    public Task RunAsync() => Task.FromResult(Apply(key => LoadAsync(key))); // ok: a lambda as argument

    private Task<int> Apply(Func<string, Task<int>> load) => throw new NotSupportedException(); // ok: throws

    public Expression<Func<Task<int>>> Tree() => () => LoadAsync("a"); // ok: an expression tree

    public int Count(string key) => key.Length; // ok: no task

    public IEnumerable<Task> Each() { yield return LoadAsync("a"); } // ok: an iterator
}
