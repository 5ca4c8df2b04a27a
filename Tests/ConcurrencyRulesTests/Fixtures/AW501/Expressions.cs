// summary: Deconstruction, casts, conditions, switches, nested awaits
// project: library
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Loader
{
    public async Task<int> LoadAsync(Task? maybe, Task<int>[] tasks, IAsyncEnumerable<int> rows, dynamic other)
    {
        await (maybe ?? Task.Delay(1));
      //^^^^^ AW501
        await Task.WhenAll(tasks);
      //^^^^^ AW501
        await other; // ok: nobody knows
        await foreach (var (first, second) in PairsAsync()) Use(first + second);
      //^^^^^ AW501
        await foreach (var row in (IAsyncEnumerable<int>)rows) Use(row);
      //^^^^^ AW501
        await using (File.OpenRead("a").ConfigureAwait(false)) { } // ok: configured
        Use(await Task.FromResult(1)); // ok: complete
        await await Task.WhenAny(tasks);
        //    ^^^^^ AW501
        await tasks[0].ConfigureAwait(ConfigureAwaitOptions.None); // ok: by options
        if (await new SemaphoreSlim(1).WaitAsync(1)) Use(1);
        //  ^^^^^ AW501
        return await Task.Run(() => 1) switch { 1 => 2, _ => 3 };
        //     ^^^^^ AW501
    }

    private async IAsyncEnumerable<(int, int)> PairsAsync()
    {
        await Task.Delay(1);
      //^^^^^ AW501
        yield return (1, 2);
    }

    public async ValueTask<int> SumAsync(ValueTask<int> value, Task<int> task) => await value + await task;
    //                                                                            ^^^^^ AW501
    //                                                                                          ^^^^^ AW501

    private static void Use(int value) { }
}
