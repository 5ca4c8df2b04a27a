// summary: Results, value tasks, other types, and receivers that are there
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

public class Silent
{
    private readonly Dictionary<string, Task<string>> _cache = new();
    private readonly TextWriter _writer;

    public async Task<string> ResultAsync() => null; // ok: the result is null
    public async Task<string> ResultOrDefaultAsync(bool b) { await Task.Yield(); return b ? null : default; } // ok: async
    public ValueTask PauseAsync() => default; // ok: a value task's default is complete
    public ValueTask<string> ReadAsync() { return default; } // ok: a value task
    public object Boxed() => null; // ok: an object
    public T Get<T>() where T : Task => null; // ok: a type parameter
    public Task<string> HeldAsync(string key) { _cache.TryGetValue(key, out var task); return task; } // ok: a variable
    public Task<string> FallbackAsync(TextReader reader) => reader?.ReadLineAsync() ?? Task.FromResult(""); // ok: falls back
    public Task FlushAsync() => this?._writer.FlushAsync(); // ok: this is there
    public Task NewAsync() => new StringWriter()?.FlushAsync(); // ok: just made
    public string Name => null; // ok: no task
    public Func<string> Text => () => null; // ok: no task
    public Func<Task<string>> Late => async () => null; // ok: an async lambda
    public IEnumerable<Task> Each() { yield return null; } // ok: a sequence

    public Task TestedAsync(TextWriter writer)
    {
        if (writer is null) throw new ArgumentNullException(nameof(writer));
        return writer?.FlushAsync(); // ok: tested before
    }

    public Task AssignedAsync()
    {
        TextWriter writer = new StringWriter();
        return writer?.FlushAsync(); // ok: assigned before
    }

    public Task PatternAsync(object value) =>
        value is TextWriter writer ? writer?.FlushAsync() : Task.CompletedTask; // ok: matched

    public Task NestedAsync()
    {
        string Inner() => null; // ok: a function of its own
        return Task.FromResult(Inner());
    }

    private Task _running;

    public Task Running
    {
        get => _running; // ok: held in a field
        set => _running = null; // ok: a setter
    }

    public int? Length(string text) => text?.Length; // ok: no task
    public Task ThrowAsync() => throw new NotSupportedException(); // ok: nothing returned
}
