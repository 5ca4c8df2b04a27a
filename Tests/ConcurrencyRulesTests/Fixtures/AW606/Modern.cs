// summary: Held locks in newer forms of code, and where a user interface has a context
// project: ui
using static System.Threading.Monitor;

var program = new object();
Enter(program);
    await Task.Yield();
//  ^^^^^ AW606
Exit(program);

async Task LocalAsync()
{
    Enter(program);
    await Task.Yield();
//  ^^^^^ AW606
    Exit(program);
}

await LocalAsync(); // ok: released

internal class Store
{
    private static readonly object s_gate = new();
    private readonly object _gate = new();
    private readonly Store? _next;
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly ReaderWriterLock _old = new();
    private readonly Mutex _mutex = new();
    private readonly Lock _lock = new();

    async Task StaticFieldAsync() { Enter(s_gate); await Task.Yield(); Exit(Store.s_gate); }
//                                                 ^^^^^ AW606
    async Task ThisAsync() { Enter(this); await Task.Yield(); Exit(this); }
//                                        ^^^^^ AW606
    async Task TypeAsync() { Enter(typeof(Store)); await Task.Yield(); Exit(typeof(Store)); }
//                                                 ^^^^^ AW606
    async Task ChainAsync() { Enter(_next!._gate); await Task.Yield(); Exit(_next._gate); }
//                                                 ^^^^^ AW606
    async ValueTask ValueAsync() { Enter(_gate); await Task.Yield(); Exit(_gate); }
//                                               ^^^^^ AW606
    async void Void() { Enter(_gate); await Task.Yield(); Exit(_gate); }
//                                    ^^^^^ AW606
    async Task ArgumentAsync(Task<int?> task) { Enter(_gate); var value = await task ?? 1; Exit(_gate); }
//                                                                        ^^^^^ AW606
    async Task TextAsync(Task<int> task) { Enter(_gate); var text = $"{await task}"; Exit(_gate); }
//                                                                     ^^^^^ AW606
    async Task QueryAsync(Task<int[]> task) { Enter(_gate); var rows = from row in await task select row; Exit(_gate); }
//                                                                                 ^^^^^ AW606
    async Task OldAsync() { _old.AcquireReaderLock(1); try { await Task.Yield(); } finally { _old.ReleaseLock(); } }
//                                                           ^^^^^ AW606
    async Task ConditionalAsync() { _rw?.EnterReadLock(); await Task.Yield(); _rw?.ExitReadLock(); }
//                                                        ^^^^^ AW606

    async Task UpgradedAsync()
    {
        _rw.EnterUpgradeableReadLock();
        try { _rw.EnterWriteLock(); _rw.ExitWriteLock(); await Task.Yield(); }
//                                                       ^^^^^ AW606
        finally { _rw.ExitUpgradeableReadLock(); }
    }

    async Task WaitedAsync()
    {
        if (!_mutex.WaitOne(1000)) throw new TimeoutException();
        try { await Task.Yield(); }
//            ^^^^^ AW606
        finally { _mutex.ReleaseMutex(); }
    }

    async Task ImplicitAsync()
    {
        Enter(_gate);
        { await using var stream = new MemoryStream(); }
//        ^^^^^ AW606
        Exit(_gate);
    }

    async Task DisposedAfterAsync()
    {
        Enter(_gate);
        await using var stream = new MemoryStream(); // ok: disposed of after the release
        Exit(_gate);
    }

    async Task OtherModeAsync()
    {
        _rw.EnterReadLock();
        _rw.ExitReadLock();
        await Task.Yield(); // ok: released
        _rw.EnterWriteLock();
        _rw.ExitWriteLock();
    }

    async Task NamedAsync()
    {
        using var mutex = new Mutex(true, "shop", out bool isFirst);
        if (!isFirst) return;
        await Task.Yield(); // ok: nothing gives it back
    }

    async Task CaughtAsync()
    {
        Enter(_gate);
        try { Work(); }
        catch
        {
            Exit(_gate);
            await Task.Yield(); // ok: released
            throw;
        }
        Exit(_gate);
    }

    async Task StartedAsync()
    {
        Enter(_gate);
        var task = Task.Delay(1);
        Exit(_gate);
        await task; // ok: released
    }

    async Task OfAnotherAsync(Store other)
    {
        Enter(_gate);
        Exit(other._gate);
        await Task.Yield(); // ok: nothing here gives it back
    }

    async Task EnteredElsewhereAsync()
    {
        EnterGate();
        await Task.Yield(); // ok: taken in another function
        Exit(_gate);
    }

    void EnterGate() => Enter(_gate);
    void Work() { }
    async Task ScopeAsync() { { using var scope = _lock.EnterScope(); Work(); } await Task.Yield(); } // ok: left before
}
