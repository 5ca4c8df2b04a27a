// summary: Synchronous code sleeps, others have the name as well
// config: awaitwise.AW205.min_milliseconds = 50
using System;
using System.Threading;
using System.Threading.Tasks;

public class Sleeps
{
    void Spin() { Thread.Sleep(1000); } // ok: synchronous code

    Sleeps() { Thread.Sleep(1000); } // ok: synchronous code

    int Property { get { Thread.Sleep(1000); return 1; } } // ok: synchronous code

    void Loop() => Parallel.For(0, 3, i => Thread.Sleep(1000)); // ok: synchronous code

    Thread Own() => new(() => Thread.Sleep(1000)); // ok: a thread of its own

    async Task Named(Bed bed, Action<int> sleep)
    {
        bed.Sleep(1000); // ok: not the thread's
        Bed.Sleep(TimeSpan.FromSeconds(1)); // ok: not the thread's
        sleep(1000); // ok: a delegate
        Action<int> group = Thread.Sleep; // ok: a method group
        Use(nameof(Thread.Sleep)); // ok: a name
        await Task.Delay(1000); // ok: that is it
        Thread.Yield(); // ok: no pause
        Thread.SpinWait(10); // ok: no pause
        lock (bed) { Thread.Sleep(1000); } // ok: no await in a lock
        Func<int> later = () => { Thread.Sleep(1000); return 1; }; // ok: the lambda is synchronous
        Thread.Sleep(49); // ok: shorter than the option
        Use(group, later);
    }

    void Use(params object[] values) { }
}

public class Bed
{
    public void Sleep(int hours) { }
    public static void Sleep(TimeSpan time) { }
}
