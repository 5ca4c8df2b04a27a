// summary: Locals whose task nobody looks at
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Cache
{
    public Task<int> FillAsync() => Task.FromResult(1);
    public ValueTask TrimAsync() => default;
    public Cache? Next => null;

    public async Task InAsyncCode()
    {
        var filling = FillAsync();
        //  ^^^^^^^ AW301 "The task in 'filling' is never used: nobody waits for 'FillAsync' or sees its exceptions."
        Task<int> typed = FillAsync();
        //        ^^^^^ AW301
        ValueTask trimming = TrimAsync();
        //        ^^^^^^^^ AW301
        var configured = FillAsync().ConfigureAwait(false);
        //  ^^^^^^^^^^ AW301 "nobody waits for 'FillAsync'"
        var next = Next?.FillAsync();
        //  ^^^^ AW301
        Task one = FillAsync(), two = FillAsync();
        //   ^^^ AW301
        await two;
        Console.WriteLine(nameof(typed));
    }

    public void InSyncCode()
    {
        var filling = FillAsync();
        //  ^^^^^^^ AW301
        Action later = () =>
        {
            var inner = FillAsync();
            //  ^^^^^ AW301
        };
        later();
    }

    public async Task Used(bool now)
    {
        var awaited = FillAsync(); // ok: awaited
        await awaited;
        var read = FillAsync(); // ok: read
        if (read.IsCompleted) { Console.WriteLine(1); }
        Task again = FillAsync(); // ok: assigned again
        again = FillAsync();
        var captured = FillAsync(); // ok: read by a lambda
        Func<Task> get = () => captured;
        await get();
        var _ = FillAsync(); // ok: written as a discard
        var __ = TrimAsync(); // ok: written as a discard
        var detached = Task.Run(() => FillAsync()); // ok: visibly detached
        using var timer = new System.Threading.Timer(o => { });
        Task maybe = now ? FillAsync() : Task.CompletedTask; // ok: not such a call
        Task swapped = FillAsync(); // ok: handed out
        Swap(ref swapped);
        var number = Count(); // ok: no task
    }

    public void Conditional()
    {
        var started = FillAsync(); // ok: a part that is switched off uses it
#if TRACE_CACHE
        started.Wait();
#endif
    }

    private static void Swap(ref Task task) => task = Task.CompletedTask;
    private static int Count() => 1;
}
