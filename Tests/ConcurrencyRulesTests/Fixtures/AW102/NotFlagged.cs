// summary: Uses of the pool that make sense, or that another rule judges
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

[AttributeUsage(AttributeTargets.Method)]
public class CpuBoundAttribute : Attribute { }

public class Work
{
    private Task _task;
    private Action _later;

    async Task<int> Overlapping(byte[] data)
    {
        Task<int> left = Task.Run(() => Crunch(data, 0)); // ok: overlaps
        int right = Crunch(data, 1);
        return right + await left;
    }

    async Task<int> Limited(byte[] data, CancellationToken token)
    {
        return await Task.Run(() => Crunch(data, 2)).WaitAsync(TimeSpan.FromSeconds(1), token); // ok: a time limit
    }

    async Task Combined(byte[] data)
    {
        await Task.WhenAll(Task.Run(() => Crunch(data, 0)), Task.Run(() => Crunch(data, 1))); // ok: combined
        var tasks = new List<Task<int>>();
        tasks.Add(Task.Run(() => Crunch(data, 0))); // ok: collected
        await Task.WhenAll(tasks);
    }

    void Stored(byte[] data)
    {
        _task = Task.Run(() => Crunch(data, 0)); // ok: stored
        Log(Task.Run(() => Crunch(data, 0))); // ok: passed
    }

    Task<int> Returned(byte[] data)
    {
        return Task.Run(() => Crunch(data, 0)); // ok: returned
    }

    async Task ReadTwice(byte[] data)
    {
        var task = Task.Run(() => Crunch(data, 0)); // ok: read twice
        int value = await task;
        Console.WriteLine(task.IsCompleted);
        Console.WriteLine(value);
    }

    async Task<int> OtherBlock(byte[] data, bool wait)
    {
        var task = Task.Run(() => Crunch(data, 0)); // ok: awaited in another block
        if (wait)
        {
            return await task;
        }
        return 0;
    }

    async Task SeveralStatements(byte[] data)
    {
        await Task.Run(() => { Crunch(data, 0); Crunch(data, 1); }); // ok: several statements
        await Task.Run(() => { foreach (var b in data) Crunch(data, b); }); // ok: a loop
        await Task.Run(() => { lock (data) Crunch(data, 0); }); // ok: a lock
        await Task.Run(() => { try { Crunch(data, 0); } catch (Exception) { } }); // ok: a try
    }

    async Task CpuWork(byte[] data)
    {
        await Task.Run(() => Parallel.For(0, 10, i => Crunch(data, i))); // ok: processor work
        await Task.Run(() => data.AsParallel().Sum(b => Crunch(data, b))); // ok: processor work
        await Task.Run(() => Solve(data)); // ok: declared as processor work
    }

    async Task Delegates(Func<int> compute, Action action)
    {
        await Task.Run(compute); // ok: whose body is not known
        await Task.Run(action); // ok: whose body is not known
        await Task.Run(_later); // ok: whose body is not known
    }

    async Task Asynchronous()
    {
        await Task.Run(async () => { Crunch(null, 0); await Task.Delay(1); }); // ok: an asynchronous delegate
    }

    async Task Trivial(int a, int b)
    {
        Console.WriteLine(a + b);
        await Task.Yield(); // ok: no offload
    }

    [CpuBound]
    static int Solve(byte[] data) => data.Length;
    static int Crunch(byte[] data, int seed) => seed;
    static void Log(Task task) { }
}
