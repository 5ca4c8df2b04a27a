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
        return GetAsync(3).Result + GetAsync(4).ConfigureAwait(false).GetAwaiter().GetResult();
        //                 ^^^^^^ AW802
        //                                                                         ^^^^^^^^^ AW802
    }

    Task<string> LiftedAsync()
    {
        var item = GetAsync(1);
        string text = item.Result.ToString();
        //                 ^^^^^^ AW802
        return Task.FromResult(text);
    }
}
