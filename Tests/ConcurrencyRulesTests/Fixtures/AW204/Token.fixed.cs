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
        int first = await store.LoadAsync("a", token: _source.Token);
        int second = await store.LoadAsync(times: 2, key: "a", token: _source.Token);
        await Task.Yield();
        return first + second + await store.FindAsync("a", _source.Token);
    }
}
