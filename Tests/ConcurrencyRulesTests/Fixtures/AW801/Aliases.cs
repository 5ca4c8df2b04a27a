// summary: Value tasks that go by several names, and variables of every sort
// project: library
using System.Runtime.CompilerServices;

namespace Shop;

public class Store
{
    static ValueTask<int> GetAsync(int id) => new(id);
    static ValueTask SaveAsync() => default;
    static void Use(object value) { }
    static bool More() => false;
    static bool TryGet(out ValueTask<int> task) { task = GetAsync(1); return true; }

    async Task ElementsAsync(List<ValueTask<int>> tasks)
    {
        foreach (var task in tasks)
        {
            Use(await task); // ok: the first time
            Use(await task);
//                    ^^^^ AW801
        }
        foreach (ValueTask<int> task in tasks) Use(await task); // ok: another one each time
    }

    async Task OutAsync()
    {
        if (TryGet(out var task)) { await task; await task; }
//                                                    ^^^^ AW801
    }

    async Task DeconstructedAsync()
    {
        var (first, second) = (GetAsync(1), GetAsync(2));
        await first; // ok: the first time
        await second; // ok: another one
        await first;
//            ^^^^^ AW801
    }

    async Task MatchedAsync(object value, ValueTask? maybe)
    {
        if (value is ValueTask<int> task) { await task; await task; }
//                                                            ^^^^ AW801
        if (maybe is { } one) { await one; await one; }
//                                               ^^^ AW801
        if (maybe is ValueTask other) await other; // ok: once
    }

    void Lambdas()
    {
        Func<ValueTask<int>, Task> twice = async value => { await value; await value; };
//                                                                             ^^^^^ AW801
        Func<ValueTask<int>, int, Task> second = async (value, n) => { await value; await value; };
//                                                                                        ^^^^^ AW801
        Func<ValueTask<int>, Task> once = async value => await value; // ok: once
        Func<ValueTask<int>, ValueTask<int>> same = value => value; // ok: once
    }

    async Task AssignedAsync(ValueTask<int> other)
    {
        ValueTask<int> item = GetAsync(1);
        other = item;
        await other; // ok: the first time
        await item;
//            ^^^^ AW801
    }

    async Task OtherNameAsync()
    {
        var item = GetAsync(1);
        await item; // ok: the first time
        var same = item;
        await same;
//            ^^^^ AW801
    }

    async Task ReplacedAsync()
    {
        var item = GetAsync(1);
        var same = item;
        item = GetAsync(2);
        await same; // ok: the old one
        await item; // ok: the new one
    }

    async Task PendingAsync()
    {
        ValueTask<int> pending = GetAsync(0);
        while (More())
        {
            var current = pending;
            pending = GetAsync(1);
            Use(await current); // ok: one ahead
        }
        ValueTask previous = default;
        for (int i = 0; i < 3; i++)
        {
            await previous; // ok: the one of the round before
            previous = SaveAsync();
        }
        await previous; // ok: the last one
    }

    async Task WrittenElsewhereAsync()
    {
        var item = GetAsync(1);
        await item;
        Next();
        await item; // ok: the local function put another one in
        void Next() => item = GetAsync(2);
    }

    async Task WrittenByLambdaAsync()
    {
        var item = GetAsync(1);
        Action next = () => item = GetAsync(2);
        await item;
        next();
        await item; // ok: the lambda put another one in
    }

    void Reference()
    {
        var item = GetAsync(1);
        ref ValueTask<int> same = ref item;
        item.GetAwaiter().GetResult();
        same = GetAsync(2);
        item.GetAwaiter().GetResult(); // ok: written through the reference
    }

    static bool IsDone(ValueTask<int> value) => value.IsCompleted;

    async Task LookedAtAsync()
    {
        var item = GetAsync(1);
        if (IsDone(item)) Use(1);
        await item; // ok: it was only looked at
    }

    async Task MadeAsync(Task<int> task, bool fast)
    {
        ValueTask<int> chosen = fast ? new ValueTask<int>(1) : new ValueTask<int>(task);
        await chosen;
        await chosen; // ok: made from a result or a task
        ValueTask<int> switched = fast switch { true => new(1), false => new(task) };
        await switched;
        await switched; // ok: likewise
        var failed = ValueTask.FromException<int>(new InvalidOperationException());
        Use(failed.IsFaulted);
        await failed;
    }

    async Task SwitchAsync(int number)
    {
        var item = GetAsync(1);
        switch (number)
        {
            case 1: await item; break; // ok: one of the two
            default: await item; break; // ok: one of the two
        }
    }

    async Task FinallyAsync()
    {
        var item = GetAsync(1);
        try { await item; }
        finally { await item; }
//                      ^^^^ AW801
    }

    async IAsyncEnumerable<int> IterateAsync()
    {
        var item = GetAsync(1);
        yield return await item; // ok: the first time
        yield return await item;
//                         ^^^^ AW801
    }

    async Task CollectedAsync()
    {
        var item = GetAsync(1);
        var list = new List<Task> { item.AsTask() };
        list.Add(item.AsTask());
//               ^^^^ AW801
        await Task.WhenAll(list);
    }

    async Task ConfiguredAsync()
    {
        ConfiguredValueTaskAwaitable<int> configured = GetAsync(1).ConfigureAwait(false);
        Use(await configured);
        Use(await configured);
//                ^^^^^^^^^^ AW801
    }

    async Task RetriedAsync()
    {
        var item = GetAsync(1);
        while (true)
        {
            try { Use(await item); return; } // ok: another one after a failure
            catch (IOException) { item = GetAsync(2); }
        }
    }

    async Task FastPathAsync()
    {
        ValueTask save = SaveAsync();
        if (!save.IsCompletedSuccessfully) await save; // ok: one or the other
        else save.GetAwaiter().GetResult(); // ok: one or the other
        _ = save;
    }
}
