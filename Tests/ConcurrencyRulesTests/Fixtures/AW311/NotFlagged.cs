// summary: Resources that are no tasks, and tasks inside the block
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

/// <summary>A task that owns a file.</summary>
public class OwnedTask : Task
{
    public OwnedTask(Action action) : base(action) { }
    protected override void Dispose(bool disposing) => base.Dispose(disposing);
}

public sealed class Held : IDisposable
{
    public void Dispose() { }
}

public class Silent
{
    private readonly SemaphoreSlim _gate = new(1);

    private Task<Held> EnterAsync() => Task.FromResult(new Held());
    private Held Enter() => new Held();

    public async Task AwaitedAsync()
    {
        using var held = await EnterAsync(); // ok: awaited
        using (await EnterAsync()) { } // ok: awaited
        using (var other = await EnterAsync().ConfigureAwait(false)) { } // ok: awaited
        await using var stream = File.OpenRead("a"); // ok: no task
    }

    public async Task InsideAsync()
    {
        using var held = Enter(); // ok: no task
        var next = EnterAsync(); // ok: a task inside the block
        (await next).Dispose();
    }

    public void Blocking()
    {
        using var held = EnterAsync().Result; // ok: the result
        using (EnterAsync().GetAwaiter().GetResult()) { } // ok: the result
    }

    public void Owned()
    {
        using var task = new OwnedTask(() => { }); // ok: has a disposal of its own
    }

    public void Others(IEnumerable<Task> tasks)
    {
        using var enumerator = tasks.GetEnumerator(); // ok: an enumerator of tasks
        using var source = new CancellationTokenSource(); // ok: no task
        using var registration = source.Token.Register(() => { }); // ok: no task
        using (_gate) { } // ok: no task
        using (null) { } // ok: nothing
        var task = EnterAsync(); // ok: no using
    }
}
