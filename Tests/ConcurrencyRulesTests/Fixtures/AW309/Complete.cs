// summary: Tasks that are complete whatever happens, and those that may be
using System;
using System.IO;
using System.Threading.Tasks;

public class Reader
{
    private Task<int>? _cached;

    private Task<int> ReadAsync(Stream stream) => Task.FromResult(stream.ReadByte());

    public Task<int> ConditionalAsync(string path, bool isEmpty)
    {
        using var stream = File.OpenRead(path);
        Task<int> task;
        if (isEmpty) task = Task.FromResult(0);
        else task = Task.FromResult(stream.ReadByte());
        return task; // ok: complete on both ways
    }

    public Task<int> AssignedInside(string path)
    {
        using var stream = File.OpenRead(path);
        var count = stream.ReadByte();
        return _cached?.Result == count ? _cached : (_cached = Task.FromResult(count)); // ok: complete on both ways
    }

    public Task<int> Remembered(string path)
    {
        Task<int>? last = _cached;
        using var stream = File.OpenRead(path);
        var count = stream.ReadByte();
        return last != null && last.Result == count ? last : (last = Task.FromResult(count)); // ok: complete on both ways
    }

    public Task<int> Coalesced(string path)
    {
        using var stream = File.OpenRead(path);
        Task<int>? task = null;
        task ??= Task.FromResult(stream.ReadByte());
        return task; // ok: complete
    }

    public ValueTask<int> WrappedAsync(string path, bool isEmpty)
    {
        using var stream = File.OpenRead(path);
        if (isEmpty) return new ValueTask<int>(Task.FromResult(0)); // ok: complete
        return new ValueTask<int>(ReadAsync(stream));
        //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW309
    }

    public Task<int> TestedAsync(string path)
    {
        using var stream = File.OpenRead(path);
        var reading = ReadAsync(stream);
        if (reading.IsCompletedSuccessfully) return reading; // ok: complete
        reading.GetAwaiter().GetResult();
        return reading; // ok: complete
    }

    public Task<int> MaybeAsync(string path, bool isEmpty)
    {
        using var stream = File.OpenRead(path);
        Task<int> task = Task.FromResult(0);
        if (!isEmpty) task = ReadAsync(stream);
        return task;
        //     ^^^^ AW309
    }

    public Task<int> SwitchedAsync(string path, int kind)
    {
        using var stream = File.OpenRead(path);
        if (kind < 0) return kind switch { -1 => Task.FromResult(0), _ => Task.FromCanceled<int>(new(true)) }; // ok: complete
        return kind switch { 0 => Task.FromResult(0), _ => ReadAsync(stream) };
        //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW309
    }
}
