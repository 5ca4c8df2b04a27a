// summary: Parallel loops with a counterpart that waits
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public class Runner
{
    private Task LoadAsync(int id) => Task.CompletedTask;

    public async Task RunAsync(IEnumerable<int> ids, ParallelOptions options)
    {
        Parallel.ForEach(ids, options, async id => await LoadAsync(id));
        //                             ^^^^^ AW305
        Parallel.ForEach(ids, async (int id) => { await LoadAsync(id); });
        //                    ^^^^^ AW305
        Parallel.ForEach(ids, async (id, state) => await LoadAsync(id));
        //                    ^^^^^ AW305
        Parallel.ForEach<int>(ids, async delegate (int id) { await LoadAsync(id); });
        //                         ^^^^^ AW305
        Parallel.For(0, 3, async i => await LoadAsync(i));
        //                 ^^^^^ AW305 "'Parallel.For' returns before the async lambda has ended: it only starts all iterations. Use Parallel.ForAsync."
        Parallel.For(1, 3, options, async i => await LoadAsync(i));
        //                          ^^^^^ AW305
        Parallel.Invoke(async () => await LoadAsync(1), async () => await LoadAsync(2));
        //              ^^^^^ AW305 "Use Task.WhenAll."
        //                                              ^^^^^ AW305
        ids.AsParallel().ForAll(async id => await LoadAsync(id));
        //                      ^^^^^ AW305 "Use Parallel.ForEachAsync."
        ids.AsParallel().Where(id => id > 1).ForAll(async id => await LoadAsync(id));
        //                                          ^^^^^ AW305
        await Task.Yield();
    }

    public Task LiftedAsync(IEnumerable<int> ids)
    {
        Parallel.ForEach(ids, async id => await LoadAsync(id));
        //                    ^^^^^ AW305
        return Task.CompletedTask;
    }
}
