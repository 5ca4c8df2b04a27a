// summary: Pairs that are none, memory, code that cannot await, what is built on each other
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;

public class Pairs
{
    public int Size() => 1;
    public Task<long> SizeAsync() => Task.FromResult(1L);
    public int Required(string key) => 1;
    public Task<int> RequiredAsync(string key, int times) => Task.FromResult(1);
    public int Old() => 1;
    [Obsolete("gone")] public Task<int> OldAsync() => Task.FromResult(1);
    public int Hidden() => 1;
    [EditorBrowsable(EditorBrowsableState.Never)] public Task<int> HiddenAsync() => Task.FromResult(1);
    public int Secret() => 1;
    private Task<int> SecretAsync() => Task.FromResult(1);
    public int Plain() => 1;
    public int PlainAsync() => 1;
    public Task<int> Started() => Task.FromResult(1);
    public Task<int> StartedAsync() => Task.FromResult(1);
    public void Changed() { }
    public Task OnChangedAsync() => Task.CompletedTask;
    public void OnClosed() { }
    public Task OnClosedAsync() => Task.CompletedTask;
    [Conditional("DEBUG")] public void Trace() { }
    public Task TraceAsync() => Task.CompletedTask;
    public int Wrapped() => 1;
    public Task<int> WrappedAsync() => Task.Run(() => Wrapped());
    public void Begin() { _ = BeginAsync(); }
    public Task BeginAsync() => Task.Delay(1);
    public void Token() { }
    public Task TokenAsync(CancellationToken token) => Task.CompletedTask;
}

public class Uses
{
    async Task Run(Pairs pairs)
    {
        Use(pairs.Size()); // ok: another result
        Use(pairs.Required("a")); // ok: needs another argument
        Use(pairs.Old()); // ok: obsolete
        Use(pairs.Hidden()); // ok: hidden
        Use(pairs.Secret()); // ok: private
        Use(pairs.Plain()); // ok: not awaitable
        Use(await pairs.Started()); // ok: awaitable itself
        pairs.Changed(); // ok: another name
        pairs.OnClosed(); // ok: an event
        pairs.Trace(); // ok: conditional
        Use(pairs.Wrapped()); // ok: asynchronous in name only
        pairs.Begin(); // ok: starts, does not wait
        pairs.Token(); // ok: needs a token, and there is none
        Use(nameof(pairs.Size)); // ok: a name
        await Task.Yield();
    }

    async Task Memory(MemoryStream memory, byte[] data, PipeWriter pipe)
    {
        memory.Write(data, 0, 1); // ok: memory
        Stream hidden = new MemoryStream();
        hidden.Flush(); // ok: memory
        using var reader = new StringReader("a");
        reader.ReadLine(); // ok: memory
        using var nested = new StreamReader(new MemoryStream(data));
        nested.ReadToEnd(); // ok: memory
        Console.Out.WriteLine("a"); // ok: the console
        Stream.Null.Flush(); // ok: nothing
        pipe.Complete(); // ok: waits for nothing
        using var source = new CancellationTokenSource();
        source.Cancel(); // ok: waits for nothing
        using var gate = new SemaphoreSlim(1);
        if (gate.Wait(0)) gate.Release(); // ok: no time to wait
        hidden.Close(); // ok: another rule
        hidden.Dispose(); // ok: another rule
        await Task.Yield();
    }

    async Task Locked(Stream stream)
    {
        await Task.Yield();
        lock (stream)
        {
            stream.Flush(); // ok: no await in a lock
        }
        Action flush = () => stream.Flush(); // ok: the lambda is synchronous
        Use(flush);
    }

    void Sync(Stream stream) => stream.Flush(); // ok: synchronous code

    Uses(Stream stream) => stream.Flush(); // ok: a constructor

    int Length { get { File.ReadAllText("a"); return 1; } } // ok: a property

    Task<T> Retry<T>(Func<T> work) => Task.FromResult(work());

    async Task Lambdas(Stream stream, byte[] data)
    {
        await Retry(() => stream.Read(data, 0, 1)); // ok: the result would be a task of a task
    }

    async Task<int> Either(Stream stream, byte[] data, bool async)
    {
        if (async) return await stream.ReadAsync(data);
        return stream.Read(data, 0, 1); // ok: the caller is synchronous
    }

    async Task Offloaded(string path)
    {
        await Task.Run(() => File.ReadAllText(path)); // ok: the rule about offloads names the counterpart
    }

    void Use(params object[] values) { }
}

public class Own : Stream
{
    private readonly Stream _inner = Stream.Null;
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => 0;
    public override long Position { get; set; }
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => 0;
    public override long Seek(long offset, SeekOrigin origin) => 0;
    public override void SetLength(long value) { }
    public override void Write(byte[] buffer, int offset, int count) { }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken token)
    {
        return Task.FromResult(Read(buffer, offset, count)); // ok: this is the counterpart
    }

    public override async Task FlushAsync(CancellationToken token)
    {
        await Task.Yield();
        Flush(); // ok: this is the counterpart
    }
}

public abstract class Encoder
{
    protected abstract void Encode(Stream stream);
    public Task EncodeAsync(Stream stream) => EncodeSeekable(stream);

    private Task EncodeSeekable(Stream stream)
    {
        Encode(stream); // ok: the counterpart is built on this method
        return Task.CompletedTask;
    }
}
