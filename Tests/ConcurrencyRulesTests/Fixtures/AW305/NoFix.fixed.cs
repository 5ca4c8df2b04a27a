// summary: Forms that nothing simple takes the place of
// fix: Use Parallel.ForEachAsync
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Runner
{
    private Task LoadAsync(int id) => Task.CompletedTask;

    public async Task RunAsync(IEnumerable<int> ids)
    {
        Parallel.ForEach(ids, async (id, state) => { await LoadAsync(id); state.Break(); });
        Parallel.ForEach(ids, async (id, state, index) => await LoadAsync((int)index));
        var result = Parallel.ForEach(ids, async id => await LoadAsync(id));
        Parallel.ForEach(Partitioner.Create(0, 5), async range => await LoadAsync(range.Item1));
        Parallel.ForEach(ids, LoadQuietly);
        Console.WriteLine(result.IsCompleted);
        await Task.Yield();
    }

    private async void LoadQuietly(int id) => await LoadAsync(id);
}
