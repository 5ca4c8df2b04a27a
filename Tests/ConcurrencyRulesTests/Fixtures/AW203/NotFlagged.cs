// summary: Tasks that overlap, limits, threads of their own, asynchronous code
using System;
using System.Threading;
using System.Threading.Tasks;

public class Uses
{
    int Both(byte[] data)
    {
        var left = Task.Run(() => Crunch(data, 0));
        int right = Crunch(data, 1);
        return left.Result + right; // ok: both run at the same time
    }

    int Two(byte[] data)
    {
        var left = Task.Run(() => Crunch(data, 0));
        var right = Task.Run(() => Crunch(data, 1));
        return left.Result + right.Result; // ok: likewise
    }

    bool Quick(byte[] data) => Task.Run(() => Crunch(data, 0)).Wait(1000); // ok: a limit

    void Cancellable(byte[] data, CancellationToken token) => Task.Run(() => Crunch(data, 0)).Wait(token); // ok: a token

    int OwnThread(byte[] data) =>
        Task.Factory.StartNew(() => Crunch(data, 0), TaskCreationOptions.LongRunning).Result; // ok: a thread of its own

    int Scheduled(byte[] data, TaskScheduler scheduler) =>
        Task.Factory.StartNew(() => Crunch(data, 0), CancellationToken.None, TaskCreationOptions.None, scheduler).Result; // ok: another scheduler

    async Task<int> Async(byte[] data)
    {
        await Task.Yield();
        return Task.Run(() => Crunch(data, 0)).Result; // ok: another rule speaks about it
    }

    int Kept(byte[] data)
    {
        var task = Task.Run(() => Crunch(data, 0));
        Use(task);
        return task.Result; // ok: somebody else has it, too
    }

    int Later(byte[] data, bool wanted)
    {
        var task = Task.Run(() => Crunch(data, 0));
        if (wanted) return task.Result; // ok: perhaps nobody waits
        return 0;
    }

    int Plain(Task<int> task) => task.Result; // ok: no offload

    int Crunch(byte[] data, int seed) => data.Length + seed;
    void Use(Task task) { }
}
