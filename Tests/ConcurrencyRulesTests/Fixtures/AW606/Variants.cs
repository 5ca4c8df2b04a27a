// summary: Locks of a thread that are held across an await
// project: library
namespace Shop;

public class Store
{
    private readonly object _gate = new();
    private readonly Lock _lock = new();
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly ReaderWriterLock _old = new();
    private readonly Mutex _mutex = new();
    private SpinLock _spin = new(false);
    private int _count;

    static Task SaveAsync() => Task.CompletedTask;
    static IAsyncEnumerable<int> Items() => throw new NotSupportedException();
    static IAsyncDisposable Open() => throw new NotSupportedException();
    static bool More() => false;

    async Task MonitorAsync()
    {
        Monitor.Enter(_gate);
        try
        {
            await SaveAsync();
//          ^^^^^ AW606 warning "'_gate' belongs to the thread that entered it, and after this await another thread may run: the release throws or frees nobody's lock. Use SemaphoreSlim.WaitAsync."
            await SaveAsync();
        }
        finally { Monitor.Exit(_gate); }
    }

    async Task ReadAsync()
    {
        _rw.EnterReadLock();
        await SaveAsync();
//      ^^^^^ AW606 "'_rw' belongs"
        _rw.ExitReadLock();
    }

    async Task TakenAsync()
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_gate, ref taken);
            await SaveAsync();
//          ^^^^^ AW606
        }
        finally
        {
            if (taken) Monitor.Exit(_gate);
        }
    }

    async Task TryAsync()
    {
        if (!Monitor.TryEnter(_gate, 100)) return;
        try { await SaveAsync(); } finally { Monitor.Exit(_gate); }
        //    ^^^^^ AW606
    }

    async Task MutexAsync()
    {
        _mutex.WaitOne();
        await SaveAsync();
//      ^^^^^ AW606
        _mutex.ReleaseMutex();
    }

    async Task SpinAsync()
    {
        bool taken = false;
        _spin.Enter(ref taken);
        await SaveAsync();
//      ^^^^^ AW606
        _spin.Exit();
    }

    async Task LockAsync()
    {
        _lock.Enter();
        try { await SaveAsync(); } finally { _lock.Exit(); }
        //    ^^^^^ AW606 "'_lock' belongs"
    }

    async Task OldAsync()
    {
        _old.AcquireWriterLock(-1);
        await SaveAsync();
//      ^^^^^ AW606
        _old.ReleaseWriterLock();
    }

    async Task BranchAsync(bool save)
    {
        _rw.EnterWriteLock();
        if (save)
        {
            await SaveAsync();
//          ^^^^^ AW606
        }
        _count++;
        _rw.ExitWriteLock();
    }

    async Task LoopAsync()
    {
        Monitor.Enter(_gate);
        await foreach (int item in Items()) _count += item;
//      ^^^^^ AW606
        Monitor.Exit(_gate);
    }

    async Task UsingAsync()
    {
        Monitor.Enter(_gate);
        await using (Open()) { _count++; }
//      ^^^^^ AW606
        Monitor.Exit(_gate);
    }

    async Task UsingDeclarationAsync()
    {
        Monitor.Enter(_gate);
        {
            await using var file = Open();
//          ^^^^^ AW606
            _count++;
        }
        Monitor.Exit(_gate);
    }

    async IAsyncEnumerable<int> YieldAsync()
    {
        Monitor.Enter(_gate);
        yield return 1;
//      ^^^^^ AW606
        Monitor.Exit(_gate);
        await SaveAsync();
    }

    async Task AliasAsync()
    {
        var gate = _gate;
        Monitor.Enter(gate);
        await SaveAsync();
//      ^^^^^ AW606 "'gate' belongs"
        Monitor.Exit(_gate);
    }

    void Lambda()
    {
        Func<Task> run = async () =>
        {
            Monitor.Enter(_gate);
            await SaveAsync();
//          ^^^^^ AW606
            Monitor.Exit(_gate);
        };
        run();
    }
}
