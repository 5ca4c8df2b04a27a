// summary: Real work, dropped tasks, and values whose moment of reading matters
using System;
using System.Linq;
using System.Threading.Tasks;

public class Silent
{
    private int _count;

    Task<long> SumAsync(int[] values) => Task.Run(() => values.Sum(v => (long)v)); // ok: real work
    Task<int> CountAsync(string text) => Task.Run(() => Count(text)); // ok: a call off the list

    void Dropped()
    {
        Task.Run(() => { }); // ok: dropped with an empty body
        _ = Task.Run(() => { }); // ok: discarded with an empty body
    }

    Task<int> LaterAsync(int n)
    {
        var task = Task.Run(() => n + 1); // ok: written after the start
        n = 7;
        return task;
    }

    Task<int> AssignedAsync(int n) => Task.Run(() => _count = n); // ok: an assignment
    Task<int> IncrementedAsync(int n) => Task.Run(() => _count++); // ok: an assignment

    Task LoopAsync(int n) => Task.Run(() => { while (n > 0) { } }); // ok: a loop

    Task<int> AsyncAsync(int n) => Task.Run(async () => { await Task.Yield(); return n; }); // ok: an await

    Task<int> LongRunningAsync(int n) => Task.Factory.StartNew(() => n + 1, TaskCreationOptions.LongRunning); // ok: options

    static int Count(string text) => text.Length;
}
