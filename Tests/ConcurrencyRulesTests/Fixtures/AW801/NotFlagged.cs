// summary: Value tasks whose result is taken once
// project: library
namespace Shop;

public class Store
{
    private ValueTask<int> _field;

    static ValueTask<int> GetAsync(int id) => new(id);
    static void Use(object value) { }
    static Task TakeAsync(ValueTask<int> value) => value.AsTask();
    static bool More() => false;

    async Task<int> BranchesAsync(bool slow)
    {
        var item = GetAsync(1);
        if (slow) return await item; // ok: leaves
        return await item.AsTask(); // ok: another path
    }

    async Task<int> ReusedAsync()
    {
        var item = GetAsync(1);
        int first = await item;
        item = GetAsync(2);
        return first + await item; // ok: another value task
    }

    async Task AskedAsync()
    {
        var item = GetAsync(1);
        while (!item.IsCompleted) More();
        if (item.IsFaulted || item.IsCanceled || item.IsCompletedSuccessfully) Use(nameof(item));
        Use(await item); // ok: the first time
    }

    async Task PreservedAsync()
    {
        var item = GetAsync(1).Preserve();
        Use(await item + await item); // ok: preserved
        var later = GetAsync(2);
        later = later.Preserve();
        Use(await later);
        Use(await later); // ok: preserved
    }

    async Task FromResultAsync(Task<int> task)
    {
        var value = new ValueTask<int>(1);
        Use(await value);
        Use(await value); // ok: made from a result
        ValueTask<int> wrapped = new(task);
        Use(await wrapped);
        Use(await wrapped); // ok: made from a task
        var done = ValueTask.FromResult(2);
        Use(await done);
        Use(await done); // ok: made from a result
        var nothing = ValueTask.CompletedTask;
        await nothing;
        await nothing; // ok: complete
        ValueTask empty = default;
        await empty;
        await empty; // ok: complete
    }

    async Task TasksAsync(Task<int> task)
    {
        await task;
        await task; // ok: a task
        var stored = GetAsync(1).AsTask();
        await stored;
        await stored; // ok: a task
    }

    async Task InLoopAsync()
    {
        for (int i = 0; i < 3; i++)
        {
            var item = GetAsync(i);
            Use(await item); // ok: one for each round
        }
        ValueTask<int> outer = GetAsync(0);
        while (More())
        {
            Use(await outer); // ok: a new one follows
            outer = GetAsync(1);
        }
    }

    async Task LastInTryAsync()
    {
        var item = GetAsync(1);
        try { Use(1); await item; }
        catch { await item; } // ok: the first may not have got so far
    }

    async Task AliasAsync()
    {
        var item = GetAsync(1);
        var same = item;
        Use(await same); // ok: once, under another name
    }

    ValueTask<int> FastPath()
    {
        var item = GetAsync(1);
        if (item.IsCompletedSuccessfully) return new ValueTask<int>(item.Result + 1);
        return Awaited(item); // ok: another path
        static async ValueTask<int> Awaited(ValueTask<int> value) => await value + 1;
    }

    async Task ThrowsAsync(bool fail)
    {
        var item = GetAsync(1);
        if (fail)
        {
            Use(await item);
            throw new InvalidOperationException();
        }
        Use(await item); // ok: the other path ends
    }

    async Task TwoCallsAsync()
    {
        Use(await GetAsync(1));
        Use(await GetAsync(1)); // ok: two calls
    }

    async Task FieldsAsync()
    {
        Use(await _field);
        Use(await _field); // ok: fields are not followed
    }

    async Task ReferenceAsync()
    {
        var item = GetAsync(1);
        Use(await item);
        Replace(ref item);
        Use(await item); // ok: somebody else put one in
        static void Replace(ref ValueTask<int> value) => value = GetAsync(2);
    }

    async Task ConditionAsync(bool first)
    {
        var item = GetAsync(1);
        Use(first ? await item : await item.AsTask()); // ok: one or the other
    }
}
