// summary: Overloads of the same name are no counterparts, as configured
// config: awaitwise.AW204.same_name = false
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    public int Load(string key) => 1;
    public Task<int> Load(string key, CancellationToken token) => Task.FromResult(1);
    public int Find(string key) => 1;
    public Task<int> FindAsync(string key) => Task.FromResult(1);
}

public class Uses
{
    async Task<int> RunAsync(Store store, CancellationToken token)
    {
        await Task.Yield();
        return store.Load("a") // ok: only the overload of the same name returns a task
            + store.Find("b");
        //          ^^^^ AW204
    }
}
