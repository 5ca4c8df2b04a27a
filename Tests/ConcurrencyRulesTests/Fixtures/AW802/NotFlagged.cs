// summary: Value tasks that are complete when they are read, and other waits
// project: library
using System.Diagnostics;

namespace Shop;

public class Store
{
    private ValueTask<int> _field;

    static ValueTask<int> GetAsync(int id) => new(id);

    int Asked()
    {
        var item = GetAsync(1);
        return item.IsCompletedSuccessfully ? item.Result : item.AsTask().GetAwaiter().GetResult(); // ok: asked before
    }

    int Left()
    {
        var item = GetAsync(1);
        if (!item.IsCompleted) return -1;
        return item.GetAwaiter().GetResult(); // ok: asked before
    }

    int Asserted()
    {
        var item = GetAsync(1);
        Debug.Assert(item.IsCompleted);
        return item.Result; // ok: asserted
    }

    int Both(bool more)
    {
        var item = GetAsync(1);
        return more && item.IsCompleted ? item.Result : 0; // ok: asked before
    }

    int Failed(ValueTask<int> given)
    {
        if (given.IsFaulted) return given.Result; // ok: complete
        return 0;
    }

    int FromValue()
    {
        var value = new ValueTask<int>(1);
        return value.Result + new ValueTask<int>(2).Result; // ok: made from a value
    }

    int FromResult()
    {
        ValueTask<int> value = ValueTask.FromResult(3);
        return value.GetAwaiter().GetResult() + ValueTask.FromResult(4).Result; // ok: made from a value
    }

    void Default()
    {
        ValueTask nothing = default;
        nothing.GetAwaiter().GetResult(); // ok: complete
        default(ValueTask).GetAwaiter().GetResult(); // ok: complete
    }

    int Task(Task<int> task) => task.Result + task.GetAwaiter().GetResult(); // ok: a task
    int AsTask() => GetAsync(1).AsTask().Result; // ok: waits
    int OfAnother(Box box) => box.Result; // ok: another Result
    int Field() => _field.Result; // ok: fields are not followed
    async Task<int> Awaited() => await GetAsync(1); // ok: awaited

    void Machine(Action<int> done)
    {
        var awaiter = GetAsync(1).GetAwaiter();
        if (awaiter.IsCompleted) done(awaiter.GetResult()); // ok: asked before
        else awaiter.OnCompleted(() => done(awaiter.GetResult())); // ok: called when it is complete
    }

    async Task<int> ConsumedAsync()
    {
        var item = GetAsync(1);
        int first = await item;
        return first + item.Result; // ok: another rule's
    }

    int Spin(ValueTask<int> given)
    {
        while (!given.IsCompleted) Thread.Yield();
        return given.Result; // ok: waited before
    }

    string Name(ValueTask<int> given) => nameof(given.Result); // ok: not executed

    public record Box(int Result);
}
