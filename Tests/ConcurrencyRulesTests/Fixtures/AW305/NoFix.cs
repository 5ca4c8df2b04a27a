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
        //                    ^^^^^ AW305
        Parallel.ForEach(ids, async (id, state, index) => await LoadAsync((int)index));
        //                    ^^^^^ AW305
        var result = Parallel.ForEach(ids, async id => await LoadAsync(id));
        //                                 ^^^^^ AW305
        Parallel.ForEach(Partitioner.Create(0, 5), async range => await LoadAsync(range.Item1));
        //                                         ^^^^^ AW305
        Parallel.ForEach(ids, LoadQuietly);
        //                    ^^^^^^^^^^^ AW305
        Console.WriteLine(result.IsCompleted);
        await Task.Yield();
    }

    private async void LoadQuietly(int id) => await LoadAsync(id);
}
