// summary: Factories through locals, fields, casts and delegate creations; further places that keep what a factory makes
// rules: AW202
using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

public class Options
{
    public int Size { get; set; }
}

public class Cache
{
    private static readonly Func<int, int> s_factory = key => LoadAsync(key).Result;
    //                                                                       ^^^^^^ AW207 "ConcurrentDictionary.GetOrAdd"
    private readonly Func<int, int> _unused = key => LoadAsync(key).Result;
    //                                                              ^^^^^^ AW202
    private readonly ConcurrentDictionary<int, int> _items = new();
    private readonly ThreadLocal<int> _own = new(() => LoadAsync(1).Result);
    //                                                              ^^^^^^ AW207 "ThreadLocal<T>"
    private ImmutableDictionary<int, int> _table = ImmutableDictionary<int, int>.Empty;

    private static Task<int> LoadAsync(int id) => Task.Delay(id).ContinueWith(_ => id);

    int ByField() => _items.GetOrAdd(1, s_factory);

    int ByLocal()
    {
        Func<int, int> factory = key => LoadAsync(key).Result;
        //                                             ^^^^^^ AW207
        return _items.GetOrAdd(1, factory);
    }

    int ByChangedLocal(bool isOther)
    {
        Func<int, int> factory = key => LoadAsync(key).Result;
        //                                             ^^^^^^ AW202
        if (isOther) factory = key => key;
        return _items.GetOrAdd(1, factory);
    }

    int ByCreation() => _items.GetOrAdd(1, new Func<int, int>(key => LoadAsync(key).Result));
    //                                                                              ^^^^^^ AW207

    int ByCast() => _items.GetOrAdd(1, (Func<int, int>)(key => LoadAsync(key).Result));
    //                                                                        ^^^^^^ AW207

    int ByAnonymousMethod() => _items.GetOrAdd(1, delegate (int key) { return LoadAsync(key).Result; });
    //                                                                                       ^^^^^^ AW207

    int ByLocalFunction()
    {
        int Load(int key) => LoadAsync(key).Result;
        //                                  ^^^^^^ AW207
        return _items.GetOrAdd(1, Load);
    }

    int WithArgument() => _items.GetOrAdd(1, (key, argument) => LoadAsync(argument).Result, 5);
    //                                                                              ^^^^^^ AW207

    int Immutable() => ImmutableInterlocked.GetOrAdd(ref _table, 1, key => LoadAsync(key).Result);
    //                                                                                    ^^^^^^ AW207 "ImmutableInterlocked.GetOrAdd"

    int Before() => _items.GetOrAdd(1, LoadAsync(3).Result);
    //                                              ^^^^^^ AW202

    static void Register(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new Options { Size = LoadAsync(1).Result });
        //                                                                     ^^^^^^ AW207 "TryAddSingleton"
        services.Configure<Options>(options => options.Size = LoadAsync(1).Result);
        //                                                                 ^^^^^^ AW207 "Configure"
        services.AddTransient<Options>(Make);
        var options = new Options { Size = LoadAsync(1).Result };
        //                                              ^^^^^^ AW202
        services.AddSingleton(options);
    }

    private static Options Make(IServiceProvider provider) => new Options { Size = LoadAsync(1).Result };
    //                                                                                          ^^^^^^ AW207 "AddTransient"
}
