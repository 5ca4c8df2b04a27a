// summary: A task is kept instead
// project: library
// fix: Store AsTask()
using System.Threading.Tasks;

public class Store
{
    static ValueTask<int> GetAsync(int id) => new(id);

    async Task<int> TwiceAsync()
    {
        var item = GetAsync(1).AsTask();
        Task<int> task = item;
        System.Threading.Tasks.Task<int> typed = GetAsync(2).AsTask();
        int sum = await typed.ConfigureAwait(false) + typed.GetAwaiter().GetResult();
        if (!item.IsCompleted) sum++;
        return sum + await task + await item;
    }
}
