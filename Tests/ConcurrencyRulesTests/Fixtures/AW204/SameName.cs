// summary: Overloads of the same name are left alone on demand
// config: awaitwise.AW204.same_name = false
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    public string Get(string key) => key;
    public Task<string> Get(string key, CancellationToken token) => Task.FromResult(key);
    public string Find(string key) => key;
    public Task<string> FindAsync(string key) => Task.FromResult(key);
}

public class Uses
{
    async Task<string> RunAsync(Store store, CancellationToken token)
    {
        await Task.Yield();
        return store.Get("a") + store.Find("a");
        //                            ^^^^ AW204
    }
}
