// summary: Reads that cost something, or that tell about the thread
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

public class Reads
{
    private readonly Lazy<int> _lazy = new(() => 1);
    private readonly AsyncLocal<int> _flow = new();
    private readonly Task<int> _cached = Task.FromResult(1);
    [ThreadStatic] private static int s_own;

    public int Plain { get; set; }
    public int Short => Plain + 1;
    public int Heavy
    {
        get
        {
            Thread.Sleep(100);
            return 1;
        }
    }
    public List<int> Made => new List<int>(1000);

    Task<int> LazyAsync() => Task.Run(() => _lazy.Value); // ok: made on demand
    Task<int> ResultAsync(Task<int> task) => Task.Run(() => task.Result); // ok: waits
    Task DoneAsync() => Task.Run(() => Task.CompletedTask); // ok: a task is no value
    async Task<int> CachedAsync() => await Task.Run(() => _cached); // ok: a task is no value
    Task<int> IdAsync() => Task.Run(() => Environment.CurrentManagedThreadId); // ok: that of the pool's thread
    Task<int> ThreadAsync() => Task.Run(() => Thread.CurrentThread.ManagedThreadId); // ok: likewise
    Task<bool> PoolAsync(Thread thread) => Task.Run(() => thread.IsThreadPoolThread); // ok: asks about a thread
    Task<int> FlowAsync() => Task.Run(() => _flow.Value); // ok: the flow's own
    Task<int> OwnAsync() => Task.Run(() => s_own); // ok: the thread's own
    Task<int> HeavyAsync() => Task.Run(() => Heavy); // ok: the getter works
    Task<List<int>> MadeAsync() => Task.Run(() => Made); // ok: the getter makes something
    Task<int> ThrownAsync(int n) => Task.Run(() => n > 0 ? n : throw new InvalidOperationException()); // ok: may throw

    Task<int> PlainAsync() => Task.Run(() => Plain + 1);
    //                        ^^^^^^^^^^^^^^^^^^^^^^^^^ AW104
    Task<int> ShortAsync() => Task.Run(() => Short);
    //                        ^^^^^^^^^^^^^^^^^^^^^ AW104
    Task<string> NameAsync() => Task.Run(() => nameof(Heavy));
    //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW104
    Task<DateTime> NowAsync() => Task.Run(() => DateTime.UtcNow);
    //                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW104
}
