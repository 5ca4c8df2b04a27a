// summary: Value tasks that are read too early
// project: library
using System.Diagnostics;

namespace Shop;

public class Store
{
    static ValueTask<int> GetAsync(int id) => new(id);
    static ValueTask SaveAsync() => default;
    static bool More() => false;

    int Get()
    {
        var item = GetAsync(1);
        return item.Result + GetAsync(2).GetAwaiter().GetResult();
        //          ^^^^^^ AW802 warning "'Result' on a value task is only valid after it has completed; before that the result is undefined. Await it, or use AsTask() to block."
        //                                            ^^^^^^^^^ AW802 "'GetResult' on a value task"
    }

    void Save() => SaveAsync().ConfigureAwait(false).GetAwaiter().GetResult();
    //                                                            ^^^^^^^^^ AW802

    int Late()
    {
        var item = GetAsync(1);
        int value = item.Result;
        //               ^^^^^^ AW802
        Debug.Assert(item.IsCompleted);
        return value;
    }

    int Parameter(ValueTask<int> given) => given.Result;
    //                                           ^^^^^^ AW802

    int Wrong(ValueTask<int> given)
    {
        if (!given.IsCompleted) return given.Result;
        //                                   ^^^^^^ AW802
        return 0;
    }

    int Sometimes(ValueTask<int> given)
    {
        if (More() || given.IsCompleted) return given.Result;
        //                                            ^^^^^^ AW802
        return 0;
    }

    int Replaced(ValueTask<int> given)
    {
        if (!given.IsCompleted) return 0;
        given = GetAsync(2);
        return given.GetAwaiter().GetResult();
        //                        ^^^^^^^^^ AW802
    }

    async Task<int> Async()
    {
        await Task.Yield();
        return GetAsync(3).Result;
        //                 ^^^^^^ AW802
    }

    int Configured()
    {
        var configured = GetAsync(1).ConfigureAwait(false);
        return configured.GetAwaiter().GetResult();
        //                             ^^^^^^^^^ AW802
    }
}
