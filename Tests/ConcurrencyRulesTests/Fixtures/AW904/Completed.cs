// summary: Sources that are complete on every way before anybody can wait, and some that are not
using System;
using System.Threading;
using System.Threading.Tasks;

public class Answers
{
    Task<int> Tried(Func<int> compute)
    {
        var source = new TaskCompletionSource<int>(); // ok: complete on both ways
        try
        {
            source.SetResult(compute());
        }
        catch (OperationCanceledException)
        {
            source.SetCanceled();
        }
        catch (Exception reason)
        {
            source.SetException(reason);
        }
        return source.Task;
    }

    Task<int> Chosen(bool isRight, Exception reason)
    {
        TaskCompletionSource<int> source = new(); // ok: complete on both ways
        if (isRight) source.SetResult(1);
        else source.SetException(reason);
        return source.Task;
    }

    Task<int> Switched(int value)
    {
        var source = new TaskCompletionSource<int>(); // ok: complete on every way
        switch (value)
        {
            case 1:
                source.SetResult(1);
                break;
            default:
                source.SetCanceled();
                break;
        }
        return source.Task;
    }

    Task<int> Early(bool isKnown, Action compute)
    {
        var source = new TaskCompletionSource<int>(); // ok: complete wherever it is returned
        if (isKnown)
        {
            source.SetResult(1);
            return source.Task;
        }
        compute();
        source.SetResult(2);
        return source.Task;
    }

    Task<int> Locked(bool isBroken)
    {
        var source = new TaskCompletionSource<int>(); // ok: complete, or thrown away
        lock (this)
        {
            if (isBroken) throw new InvalidOperationException();
            source.TrySetResult(1);
        }
        return source.Task;
    }

    Task<int> Kept(Action compute)
    {
        var source = new TaskCompletionSource<int>();
        //               ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904
        var task = source.Task;
        compute();
        source.SetResult(1);
        return task;
    }

    Task<int> Captured(Action<Action> start)
    {
        var source = new TaskCompletionSource<int>();
        //               ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904
        start(() => source.SetResult(1));
        return source.Task;
    }

    Task<int> Looped(Func<bool> next)
    {
        var source = new TaskCompletionSource<int>();
        //               ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904
        while (next()) source.TrySetResult(1);
        return source.Task;
    }

    Task<int> Swallowed(Action compute)
    {
        var source = new TaskCompletionSource<int>();
        //               ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904
        try
        {
            compute();
            source.SetResult(1);
        }
        catch (Exception)
        {
        }
        return source.Task;
    }
}
