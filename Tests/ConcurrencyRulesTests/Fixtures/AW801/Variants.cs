// summary: Value tasks whose result is taken again
// project: library
using System.Runtime.CompilerServices;

namespace Shop;

public class Store
{
    static ValueTask<int> GetAsync(int id) => new(id);
    static ValueTask SaveAsync() => default;
    static void Use(object value) { }
    static Task TakeAsync(ValueTask<int> value) => value.AsTask();
    static bool More() => false;

    async Task<int> TwiceAsync()
    {
        var item = GetAsync(1);
        int first = await item;
        int second = await item;
        //                 ^^^^ AW801 warning "'item' is a value task and may be consumed only once; it was consumed before here. Call AsTask() once, or Preserve()."
        return first + second;
    }

    async Task LoopAsync()
    {
        var item = GetAsync(1);
        for (int i = 0; i < 2; i++) Use(await item);
        //                                    ^^^^ AW801
        var other = GetAsync(2);
        Task<int> task = other.AsTask();
        Use(await other);
        //        ^^^^^ AW801
    }

    async Task ConfiguredAsync()
    {
        ValueTask save = SaveAsync();
        await save.ConfigureAwait(false);
        await save.ConfigureAwait(false);
        //    ^^^^ AW801
        save.GetAwaiter().GetResult();
//      ^^^^ AW801
    }

    async Task ConfiguredLocalAsync()
    {
        var configured = GetAsync(1).ConfigureAwait(false);
        Use(await configured);
        Use(await configured);
        //        ^^^^^^^^^^ AW801
    }

    async Task ParameterAsync(ValueTask<int> value)
    {
        if (value.IsCompleted) Use(value.Result);
        Use(await value);
        //        ^^^^^ AW801
    }

    async Task PassedAsync()
    {
        var item = GetAsync(1);
        await TakeAsync(item);
        await TakeAsync(item);
        //              ^^^^ AW801
    }

    ValueTask<int> Returned()
    {
        var item = GetAsync(1);
        Use(item.Result);
        return item;
        //     ^^^^ AW801
    }

    async Task AliasAsync()
    {
        var item = GetAsync(1);
        var same = item;
        Use(await same);
        Use(await item);
        //        ^^^^ AW801
    }

    async Task BranchesAsync(bool early)
    {
        var item = GetAsync(1);
        if (early) Use(await item);
        Use(await item);
        //        ^^^^ AW801
    }

    async Task CaughtAsync()
    {
        var item = GetAsync(1);
        try
        {
            Use(await item);
            More();
        }
        catch (InvalidOperationException)
        {
            Use(await item);
            //        ^^^^ AW801
        }
    }

    async Task WhileAsync(ValueTask<int> value)
    {
        while (More()) await value;
        //                   ^^^^^ AW801
    }

    async Task LambdaAsync()
    {
        Func<ValueTask<int>, Task> twice = async (ValueTask<int> value) => { await value; await value; };
        //                                                                                      ^^^^^ AW801
        await twice(GetAsync(1));
    }
}
