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

    public async Task<int> LoadAsync(string key) => await _store.LoadAsync(key).ConfigureAwait(false);
    //     ^^^^^ AW312 suggestion "'LoadAsync' only forwards the task it awaits; 'async' and 'await' can be dropped."

    public async Task SaveAsync(Item item)
    //     ^^^^^ AW312
    {
        if (item.IsNew) await _store.AddAsync(item);
        else await _store.UpdateAsync(item);
    }

    public async Task<int> FindAsync(string key)
    //     ^^^^^ AW312
    {
        if (key == "")
        {
            return await _store.LoadAsync("default");
        }
        var trimmed = key.Trim();
        return await (trimmed == key ? _store.LoadAsync(key) : _store.LoadAsync(trimmed)); // the last one
    }

    public async Task TouchAsync(string key)
    //     ^^^^^ AW312
    {
        Console.WriteLine(key);
        // no result is wanted
        await _store.LoadAsync(key);
    }

    public async ValueTask<int> ReadAsync() => await _store.ReadAsync();
    //     ^^^^^ AW312

    public async Task SwitchAsync(int kind, Item item)
    //     ^^^^^ AW312
    {
        switch (kind)
        {
            case 0:
                await _store.AddAsync(item);
                break;
            case 1:
            {
                await _store.UpdateAsync(item);
                break;
            }
            default:
                await Task.Delay(1);
                break;
        }
    }

    public Func<string, Task<int>> Loader => async key => await _store.LoadAsync(key);
    //                                       ^^^^^ AW312 "'lambda expression' only forwards"

    public Task RunAsync(Item item)
    {
        return Task.Run(async () => await _store.AddAsync(item));
        //              ^^^^^ AW312
    }

    public Task LocalAsync(Item item)
    {
        return AddAsync();

        async Task AddAsync() => await _store.AddAsync(item);
//      ^^^^^ AW312
    }
}
