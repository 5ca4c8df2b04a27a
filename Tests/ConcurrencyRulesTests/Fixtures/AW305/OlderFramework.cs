// summary: Where the framework has no asynchronous loops
// references: net472
using System.Collections.Generic;
using System.Threading.Tasks;

public class Runner
{
    private Task LoadAsync(int id) => Task.CompletedTask;

    public async Task RunAsync(List<int> ids)
    {
        Parallel.ForEach(ids, async id => await LoadAsync(id));
        //                    ^^^^^ AW305 "Use Task.WhenAll."
        Parallel.For(0, 3, async id => await LoadAsync(id));
        //                 ^^^^^ AW305 "Use Task.WhenAll."
        await Task.Yield();
    }
}
