// summary: async and await that pass a task on
// config: dotnet_diagnostic.AW312.severity = suggestion
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Item
{
    public bool IsNew { get; set; }
}

public class Inner
{
    public Task<int> LoadAsync(string key) => Task.FromResult(key.Length);
    public Task AddAsync(Item item) => Task.Delay(1);
    public Task UpdateAsync(Item item) => Task.Delay(2);
    public ValueTask<int> ReadAsync() => new ValueTask<int>(1);
}

public class Store
{
    private readonly Inner _store = new Inner();

    public Task<int> LoadAsync(string key) => _store.LoadAsync(key);

    public Task SaveAsync(Item item)
    {
        if (item.IsNew) return _store.AddAsync(item);
        else return _store.UpdateAsync(item);
    }

    public Task<int> FindAsync(string key)
    {
        if (key == "")
        {
            return _store.LoadAsync("default");
        }
        var trimmed = key.Trim();
        return (trimmed == key ? _store.LoadAsync(key) : _store.LoadAsync(trimmed)); // the last one
    }

    public Task TouchAsync(string key)
    {
        Console.WriteLine(key);
        // no result is wanted
        return _store.LoadAsync(key);
    }

    public ValueTask<int> ReadAsync() => _store.ReadAsync();

    public Task SwitchAsync(int kind, Item item)
    {
        switch (kind)
        {
            case 0:
                return _store.AddAsync(item);
            case 1:
            {
                return _store.UpdateAsync(item);
            }
            default:
                return Task.Delay(1);
        }
    }

    public Func<string, Task<int>> Loader => key => _store.LoadAsync(key);

    public Task RunAsync(Item item)
    {
        return Task.Run(() => _store.AddAsync(item));
    }

    public Task LocalAsync(Item item)
    {
        return AddAsync();

        Task AddAsync() => _store.AddAsync(item);
    }
}
