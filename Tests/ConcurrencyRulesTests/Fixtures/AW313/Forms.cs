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

    public Task<int> LoadAsync(string key)
    {
        return _store.LoadAsync(key);
        //     ^^^^^^^^^^^^^^^^^^^^^ AW313 suggestion "'LoadAsync' returns the task of 'LoadAsync' without awaiting it; await it so that exceptions carry this frame and later scopes cannot be left early."
    }

    Task<int> ILoader.LoadAsync(string key) => _store.LoadAsync(key);
    //                                         ^^^^^^^^^^^^^^^^^^^^^ AW313

    public Task SaveAsync(bool isNew)
    {
        if (isNew) return _store.AddAsync();
        //                ^^^^^^^^^^^^^^^^^ AW313 "the task of 'AddAsync'"
        return _store.LoadAsync("a");
    }

    public Task RunningAsync() => _running;
    //                            ^^^^^^^^ AW313 "the task of '_running'"

    public ValueTask ReadAsync(bool isFirst) => (isFirst ? _store.ReadAsync() : _store.ReadAsync());
    //                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW313

    public Task LocalAsync()
    {
        return InnerAsync();
        //     ^^^^^^^^^^^^ AW313 "'LocalAsync'"

        Task InnerAsync() => _store.AddAsync();
        //                   ^^^^^^^^^^^^^^^^^ AW313 "'InnerAsync'"
    }

    public Task<string> NameAsync()
    {
        var name = _store.FindAsync();
        return name!;
        //     ^^^^ AW313 "the task of 'name'"
    }

    public Func<string, Task<int>> Function => key => _store.LoadAsync(key);
    //                                                ^^^^^^^^^^^^^^^^^^^^^ AW313 "'lambda expression'"
}

public class Inner
{
    public async Task<int> LoadAsync(string key) { await Task.Yield(); return key.Length; }
    public async Task AddAsync() => await Task.Yield();
    public async Task<string?> FindAsync() { await Task.Yield(); return null; }
    public async ValueTask ReadAsync() => await Task.Yield();
}
