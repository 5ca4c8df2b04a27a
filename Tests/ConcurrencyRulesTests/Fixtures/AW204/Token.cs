// summary: A token that a call could take is passed, by name where it must be
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    public int Load(string key, int times = 1) => 1;
    public Task<int> LoadAsync(string key, int times = 1, CancellationToken token = default) => Task.FromResult(1);
    public int Find(string key) => 1;
    public Task<int> FindAsync(string key, CancellationToken token) => Task.FromResult(1);
}

public class Uses
{
    private readonly CancellationTokenSource _source = new();

    async Task<int> LoadAsync(Store store)
    {
        int first = store.Load("a");
        //                ^^^^ AW204
        int second = store.Load(times: 2, key: "a");
        //                 ^^^^ AW204
        await Task.Yield();
        return first + second + store.Find("a");
        //                            ^^^^ AW204
    }
}
