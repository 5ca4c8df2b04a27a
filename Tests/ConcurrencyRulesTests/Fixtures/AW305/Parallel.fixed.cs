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
        await Parallel.ForEachAsync(ids, options, async (id, cancellationToken) => await LoadAsync(id));
        await Parallel.ForEachAsync(ids, async (int id, CancellationToken cancellationToken) => { await LoadAsync(id); });
        await Parallel.ForEachAsync(ids, async (id, cancellationToken) => await LoadAsync(id));
        await Parallel.ForEachAsync<int>(ids, async delegate (int id, CancellationToken cancellationToken) { await LoadAsync(id); });
        await Parallel.ForAsync(0, 3, async (i, cancellationToken) => await LoadAsync(i));
        await Parallel.ForAsync(1, 3, options, async (i, cancellationToken) => await LoadAsync(i));
        await Task.WhenAll(Task.Run(async () => await LoadAsync(1)), Task.Run(async () => await LoadAsync(2)));
        await Parallel.ForEachAsync(ids, async (id, cancellationToken) => await LoadAsync(id));
        await Parallel.ForEachAsync(ids.Where(id => id > 1), async (id, cancellationToken) => await LoadAsync(id));
        await Task.Yield();
    }

    public async Task LiftedAsync(IEnumerable<int> ids)
    {
        await Parallel.ForEachAsync(ids, async (id, cancellationToken) => await LoadAsync(id));
    }
}
