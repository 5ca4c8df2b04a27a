// summary: Awaiters that have a name, and other ways to ask whether the result is there
// project: library
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Shop;

public class Store
{
    static ValueTask<int> GetAsync(int id) => new(id);

    int Named()
    {
        var awaiter = GetAsync(1).GetAwaiter();
        return awaiter.GetResult();
//                     ^^^^^^^^^ AW802
    }

    int Asked()
    {
        var awaiter = GetAsync(1).GetAwaiter();
        if (!awaiter.IsCompleted) return 0;
        return awaiter.GetResult(); // ok: asked before
    }

    int AskedBefore(ValueTask<int> value)
    {
        if (!value.IsCompletedSuccessfully) return 0;
        var awaiter = value.GetAwaiter();
        return awaiter.GetResult(); // ok: asked before
    }

    void Continued(Action<int> done)
    {
        var awaiter = GetAsync(1).ConfigureAwait(false).GetAwaiter();
        if (awaiter.IsCompleted) done(awaiter.GetResult()); // ok: asked before
        else awaiter.UnsafeOnCompleted(() => done(awaiter.GetResult())); // ok: called when it is complete
    }

    int Elements(List<ValueTask<int>> tasks)
    {
        int sum = 0;
        foreach (var task in tasks) sum += task.Result;
//                                              ^^^^^^ AW802
        return sum + tasks.Sum(task => task.Result);
//                                          ^^^^^^ AW802
    }

    int Pattern(ValueTask<int> value)
    {
        if (value is { IsCompletedSuccessfully: true }) return value.Result; // ok: asked before
        return value is { IsCompleted: false } ? 0 : value.Result; // ok: asked before
    }

    int Stored(ValueTask<int> value)
    {
        bool isDone = value.IsCompleted;
        if (isDone) return value.Result; // ok: asked before
        return 0;
    }

    int StoredTooEarly(ValueTask<int> value)
    {
        bool isDone = value.IsCompleted;
        value = GetAsync(2);
        if (isDone) return value.Result;
//                               ^^^^^^ AW802
        return 0;
    }

    int Spun(ValueTask<int> value)
    {
        SpinWait.SpinUntil(() => value.IsCompleted);
        return value.Result; // ok: waited before
    }

    int Traced(ValueTask<int> value)
    {
        Trace.Assert(value.IsCompleted);
        return value.Result; // ok: asserted
    }

    int Required(ValueTask<int> value, ValueTask<int> other)
    {
        Require(value.IsCompleted);
        ThrowIf(!other.IsCompleted);
        return value.Result + other.Result; // ok: both calls come back only then
    }

    int Forbidden(ValueTask<int> value)
    {
        ThrowIf(value.IsCompleted);
        return value.Result;
//                   ^^^^^^ AW802
    }

    static void Require([DoesNotReturnIf(false)] bool condition) { if (!condition) throw new InvalidOperationException(); }
    static void ThrowIf([DoesNotReturnIf(true)] bool condition) { if (condition) throw new InvalidOperationException(); }

    int Left(ValueTask<int> value)
    {
        if (!value.IsCompleted) Throw();
        return value.Result; // ok: the call does not come back
    }

    [DoesNotReturn] static void Throw() => throw new InvalidOperationException();

    int Preserved()
    {
        var value = GetAsync(1);
        value = value.Preserve();
        return value.Result; // ok: preserved
    }

    int Made(bool fast, Task<int> task)
    {
        ValueTask<int> value = fast ? new ValueTask<int>(1) : new ValueTask<int>(task);
        Func<int> later = () => value.Result; // ok: made from a result or a task
        return value.Result + later(); // ok: made from a result or a task
    }

    int Captured(ValueTask<int> value)
    {
        if (!value.IsCompleted) return 0;
        Func<int> later = () => value.Result; // ok: asked before
        return later();
    }

    int Conditional(Store? store) => store?.Next().Result ?? 0;
//                                                 ^^^^^^ AW802
    ValueTask<int> Next() => GetAsync(1);

    void Generic<T>(ValueTask<T> value) { _ = value.Result; }
//                                                  ^^^^^^ AW802
}
