// summary: Tasks that are passed on
// config: dotnet_diagnostic.AW313.severity = suggestion
using System;
using System.Threading.Tasks;

public interface ILoader
{
    Task<int> LoadAsync(string key);
}

public class Loader : ILoader
{
    private readonly Inner _store = new Inner();
    private Task _running = Task.CompletedTask;
    public void Start() => _running = _store.AddAsync();

    public async Task<int> LoadAsync(string key)
    {
        return await _store.LoadAsync(key);
    }

    async Task<int> ILoader.LoadAsync(string key) => await _store.LoadAsync(key);

    public async Task SaveAsync(bool isNew)
    {
        if (isNew) { await _store.AddAsync(); return; }
        await _store.LoadAsync("a");
    }

    public async Task RunningAsync() => await _running;

    public async ValueTask ReadAsync(bool isFirst) => await (isFirst ? _store.ReadAsync() : _store.ReadAsync());

    public async Task LocalAsync()
    {
        await InnerAsync();

        async Task InnerAsync() => await _store.AddAsync();
    }

    public async Task<string> NameAsync()
    {
        var name = _store.FindAsync();
        return (await name)!;
    }

    public Func<string, Task<int>> Function => async key => await _store.LoadAsync(key);
}

public class Inner
{
    public async Task<int> LoadAsync(string key) { await Task.Yield(); return key.Length; }
    public async Task AddAsync() => await Task.Yield();
    public async Task<string?> FindAsync() { await Task.Yield(); return null; }
    public async ValueTask ReadAsync() => await Task.Yield();
}
