// summary: Awaited where that is possible
// project: library
// config: awaitwise.configure_await = none
using System.Threading.Tasks;

public class Store
{
    static ValueTask<int> GetAsync(int id) => new(id);

    async Task<int> AsyncAsync()
    {
        await Task.Yield();
        return await GetAsync(3) + await GetAsync(4).ConfigureAwait(false);
    }

    async Task<string> LiftedAsync()
    {
        var item = GetAsync(1);
        string text = (await item).ToString();
        return text;
    }
}
