// summary: Completed tasks, blocks that are over, handlers that would not matter
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public sealed class NoScope : IDisposable
{
    public void Dispose() { }
}

public readonly struct FlowSuppressor : IDisposable
{
    private readonly AsyncFlowControl _control;
    public FlowSuppressor(bool isWanted) => _control = isWanted ? ExecutionContext.SuppressFlow() : default;
    public void Dispose() => _control.Undo();
}

public class Silent
{
    public Task SuppressedAsync()
    {
        using var flow = new FlowSuppressor(true);
        return WorkAsync(); // ok: the flow has to be restored here
    }

    public ValueTask FaultedValueAsync()
    {
        try
        {
            return new ValueTask(WorkAsync()); // ok: what the call throws is stored
        }
        catch (Exception ex)
        {
            return new(Task.FromException(ex));
        }
    }

    private readonly SemaphoreSlim _gate = new(1);

    private Task WorkAsync() => Task.Delay(1);
    private Task<int> CountAsync(string text) => Task.FromResult(text.Length);

    public Task EndedAsync(string path)
    {
        using (File.OpenText(path)) { }
        return WorkAsync(); // ok: the using is over
    }

    public Task CompletedAsync(string path)
    {
        using var reader = File.OpenText(path);
        if (reader.EndOfStream) return Task.FromException(new EndOfStreamException()); // ok: complete
        if (path.Length == 1) return Task.FromCanceled(new CancellationToken(true)); // ok: complete
        if (path.Length == 2) return null; // ok: another rule's
        if (path.Length == 3) return default; // ok: another rule's
        return Task.CompletedTask; // ok: complete
    }

    public ValueTask<int> ValueAsync(string path)
    {
        using var reader = File.OpenText(path);
        if (path.Length == 0) return new ValueTask<int>(0); // ok: complete
        if (path.Length == 1) return ValueTask.FromResult(1); // ok: complete
        return default; // ok: complete
    }

    public Task<string> HereAsync(string path)
    {
        using var reader = File.OpenText(path);
        return Task.FromResult(reader.ReadToEnd()); // ok: complete
    }

    public Task<string> WaitedAsync(string path)
    {
        using var reader = File.OpenText(path);
        Task<string> reading = reader.ReadToEndAsync();
        reading.Wait();
        return reading; // ok: known to be complete
    }

    public Task LaterAsync(string path)
    {
        if (path.Length == 0)
        {
            return WorkAsync(); // ok: the declaration comes later
        }
        using var reader = File.OpenText(path);
        return Task.CompletedTask;
    }

    public Task DetachedAsync()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => WorkAsync()); // ok: the flow has to be restored here
        }
    }

    public Task NoScopeAsync()
    {
        using var scope = new NoScope();
        return WorkAsync(); // ok: its disposal does nothing
    }

    public Task RethrowAsync()
    {
        try
        {
            return WorkAsync(); // ok: only rethrows
        }
        catch (Exception)
        {
            throw;
        }
    }

    public Task FaultedAsync()
    {
        try
        {
            return WorkAsync(); // ok: what the call throws is stored, as it is when the task throws it
        }
        catch (Exception ex)
        {
            return Task.FromException(ex);
        }
    }

    public Task<int> ArgumentAsync(string text)
    {
        try
        {
            return CountAsync(text); // ok: arguments are checked before there is a task
        }
        catch (ArgumentNullException)
        {
            return Task.FromResult(0);
        }
    }

    public Task HandlerAsync()
    {
        try
        {
            _gate.Wait();
        }
        catch (ObjectDisposedException)
        {
            return WorkAsync(); // ok: in the catch clause
        }
        finally { }
        return WorkAsync(); // ok: behind the try
    }

    public async Task AwaitedAsync(string path)
    {
        using var reader = File.OpenText(path);
        await reader.ReadToEndAsync(); // ok: async
    }

    public object ObjectAsync(string path)
    {
        using var reader = File.OpenText(path);
        return reader.ReadToEndAsync(); // ok: not known as a task
    }

    public Task<string> ByReferenceAsync(string path, out int length)
    {
        using var reader = File.OpenText(path);
        length = path.Length;
        return reader.ReadToEndAsync(); // ok: can't be made async
    }

    public IEnumerable<Task> EachAsync(string path)
    {
        using var reader = File.OpenText(path);
        yield return reader.ReadToEndAsync(); // ok: goes on when the next one is asked for
    }

    public Task NestedAsync(string path)
    {
        using var reader = File.OpenText(path);
        Func<Task> later = () => { return WorkAsync(); }; // ok: a function of its own
        return Task.FromResult(later);
    }

    private Task Current
    {
        get
        {
            try { return WorkAsync(); } // ok: a getter can't be async
            finally { _gate.Release(); }
        }
    }
}
