// summary: A task is kept instead
// project: library
// fix: Store AsTask()
using System.Threading.Tasks;

public class Store
{
    static ValueTask<int> GetAsync(int id) => new(id);

    async Task<int> TwiceAsync()
    {
        var item = GetAsync(1);
        Task<int> task = item.AsTask();
        System.Threading.Tasks.ValueTask<int> typed = GetAsync(2);
        int sum = await typed.ConfigureAwait(false) + typed.GetAwaiter().GetResult();
        //                                            ^^^^^ AW801
        if (!item.IsCompleted) sum++;
        return sum + await task + await item;
        //                              ^^^^ AW801
    }
}
