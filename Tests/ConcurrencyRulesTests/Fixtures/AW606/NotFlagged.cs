// summary: Locks that are given back before, or may be held
// project: library
// references: nito-asyncex
using Nito.AsyncEx;

namespace Shop;

public class Store
{
    private readonly object _gate = new();
    private readonly object _other = new();
    private readonly Lock _lock = new();
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Semaphore _system = new(1, 1);
    private readonly AsyncLock _async = new();
    private readonly Mutex _mutex = new();
    private int _count;

    static Task SaveAsync() => Task.CompletedTask;
    static bool More() => false;

    async Task BeforeAsync()
    {
        Monitor.Enter(_gate);
        try { _count++; } finally { Monitor.Exit(_gate); }
        await SaveAsync(); // ok: released
    }

    async Task SemaphoreAsync()
    {
        await _one.WaitAsync();
        try { await SaveAsync(); } finally { _one.Release(); } // ok: belongs to no thread
    }

    async Task SystemAsync()
    {
        _system.WaitOne();
        try { await SaveAsync(); } finally { _system.Release(); } // ok: belongs to no thread
    }

    async Task AsyncLockAsync()
    {
        using (await _async.LockAsync()) await SaveAsync(); // ok: made for it
    }

    async Task AroundAsync()
    {
        Monitor.Enter(_gate);
        _count++;
        Monitor.Exit(_gate);
        await SaveAsync(); // ok: released around it
        Monitor.Enter(_gate);
        _count++;
        Monitor.Exit(_gate);
    }

    async Task SingleInstanceAsync()
    {
        if (!_mutex.WaitOne(0)) return;
        await SaveAsync(); // ok: held until the process ends
    }

    async Task NotTakenAsync()
    {
        if (!Monitor.TryEnter(_gate))
        {
            await SaveAsync(); // ok: not taken
            return;
        }
        _count++;
        Monitor.Exit(_gate);
    }

    async Task FlagAsync()
    {
        bool taken = false;
        try { Monitor.Enter(_gate, ref taken); _count++; }
        finally { if (taken) Monitor.Exit(_gate); }
        await SaveAsync(); // ok: released
    }

    async Task StatementAsync()
    {
        lock (_gate) { _count++; }
        await SaveAsync(); // ok: released
    }

    async Task ScopeAsync()
    {
        using (_lock.EnterScope()) { _count++; }
        await SaveAsync(); // ok: released
    }

    async Task ReadAsync()
    {
        _rw.EnterReadLock();
        int count = _count;
        _rw.ExitReadLock();
        if (count > 0) await SaveAsync(); // ok: released
    }

    async Task EarlyAsync()
    {
        Monitor.Enter(_gate);
        if (More())
        {
            Monitor.Exit(_gate);
            await SaveAsync(); // ok: released on this path
            return;
        }
        Monitor.Exit(_gate);
    }

    void Sync(Func<Task> start)
    {
        Monitor.Enter(_gate);
        start(); // ok: awaits nothing
        Monitor.Exit(_gate);
    }

    void Nested()
    {
        Monitor.Enter(_gate);
        Func<Task> later = async () => await SaveAsync(); // ok: another function
        Monitor.Exit(_gate);
        later();
    }

    async Task OtherAsync()
    {
        Monitor.Enter(_gate);
        Monitor.Exit(_gate);
        await SaveAsync(); // ok: released
        Monitor.Enter(_other);
        Monitor.Exit(_other);
    }

    async Task HandedOnAsync()
    {
        _rw.EnterWriteLock();
        await SaveAsync(); // ok: nothing here gives it back
    }
}
