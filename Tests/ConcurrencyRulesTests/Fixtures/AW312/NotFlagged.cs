// summary: Where async does something, or might
// config: dotnet_diagnostic.AW312.severity = suggestion
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

public class Silent
{
    private readonly AsyncLocal<int> _depth = new();
    private readonly object _gate = new();
    private Func<Task> _callback;

    private Task<string> LoadAsync(string key) => Task.FromResult(key);
    private Task SaveAsync(string key) => Task.Delay(1);
    private ValueTask FlushAsync() => default;

    public async Task<object> BoxAsync(string key) => await LoadAsync(key); // ok: the result is converted
    public async ValueTask<string> ValueAsync(string key) => await LoadAsync(key); // ok: another type of task
    public async Task PauseAsync() => await FlushAsync(); // ok: another type of task
    public async Task YieldAsync() => await Task.Yield(); // ok: no task
    public async Task<int> LengthAsync(string key) => (await LoadAsync(key)).Length; // ok: uses the result
    public async void Fire(string key) => await SaveAsync(key); // ok: async void
    public async Task TwiceAsync(string key) => await SaveAsync(await LoadAsync(key)); // ok: two awaits
    public async Task CallAsync() => await _callback?.Invoke(); // ok: a missing task would get out
    public async Task ForcedAsync(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // ok: an option

    public async Task<string> ReadAsync(string path)
    {
        using var reader = File.OpenText(path);
        return await reader.ReadToEndAsync(); // ok: disposes
    }

    public async Task<string> ReadInBlockAsync(string path)
    {
        using (var reader = File.OpenText(path))
        {
            return await reader.ReadToEndAsync(); // ok: disposes
        }
    }

    public async Task<string> CatchAsync(string key)
    {
        try { return await LoadAsync(key); } // ok: catches
        catch (IOException) { return await LoadAsync(""); }
    }

    public async Task SequenceAsync(string key)
    {
        await SaveAsync(key); // ok: more follows
        await SaveAsync(key);
    }

    public async Task OneArmAsync(bool isNeeded)
    {
        if (isNeeded) await SaveAsync("a"); // ok: not on every path
    }

    public async Task<string> PartlyAsync(string key)
    {
        if (key == "") return "none";
        return await LoadAsync(key); // ok: another return has a value
    }

    public async Task<string> CheckedAsync(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await LoadAsync(key); // ok: checks its argument
    }

    public async Task<string> ThrowingAsync(string key)
    {
        if (key == null) throw new ArgumentNullException(nameof(key));
        return await LoadAsync(key); // ok: throws
    }

    public async Task AmbientAsync()
    {
        _depth.Value++;
        _depth.Value = 3;
        await SaveAsync("a"); // ok: the value would leak to the caller
    }

    public async Task LoopAsync(IEnumerable<string> keys)
    {
        foreach (var key in keys) await SaveAsync(key); // ok: more than one
    }

    public async Task<string> FirstAsync(IEnumerable<string> keys)
    {
        foreach (var key in keys) return await LoadAsync(key); // ok: the enumerator is disposed
        return await LoadAsync("");
    }

#if true
    public async Task DirectiveAsync()
    {
#pragma warning disable 1998
        await SaveAsync("a"); // ok: a directive inside
    }
#endif

    public async IAsyncEnumerable<string> StreamAsync()
    {
        yield return await LoadAsync("a"); // ok: an iterator
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask PooledAsync() => await FlushAsync(); // ok: chose its builder

    public void Generic(Func<Task> first, Func<Task<string>> second) { }

    public T Infer<T>(Func<T> work) => work();

    public Task<string> InferredAsync() => Infer(async () => (await LoadAsync("a")).Trim()); // ok: uses the result

    static async Task Main() => await Task.Delay(1); // ok: the entry point
}
