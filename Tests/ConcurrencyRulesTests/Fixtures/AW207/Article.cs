// summary: Blocking where values are made once
using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

public class Person { }
public class Connection { }

public class ConnectionFactory
{
    public Task<Connection> ConnectAsync() => Task.FromResult(new Connection());
}

public class Service
{
    private static readonly Person Shared = LoadAsync(1).Result;
    //                                                   ^^^^^^ AW207 warning "'Result' runs inside the static initialization of 'Service': every other thread that touches the type waits too, the awaited code included. Initialize asynchronously on first use."
    private readonly ConcurrentDictionary<int, Person> _cache = new();
    private readonly Connection _connection;
    private readonly Person _first = LoadAsync(1).GetAwaiter().GetResult();
    //                                                         ^^^^^^^^^ AW207 "Constructors cannot await; 'GetResult'"
    private readonly Lazy<Person> _lazy = new(() => LoadAsync(1).Result);
    //                                                           ^^^^^^ AW207 "'Result' blocks inside the factory of Lazy<T>, which may hold a lock or run for several callers at once. Use Lazy<Task<T>>."

    public Service(ConnectionFactory factory)
    {
        _connection = factory.ConnectAsync().Result;
        //                                   ^^^^^^ AW207 "Constructors cannot await; 'Result' blocks the thread and can deadlock where a synchronization context exists. Create 'Service' through an asynchronous factory."
    }

    static Service()
    {
        LoadAsync(2).Wait();
        //           ^^^^ AW207 "static initialization of 'Service'"
    }

    public Person Get(int id) => _cache.GetOrAdd(id, key => LoadAsync(key).Result);
    //                                                                     ^^^^^^ AW207 "inside the factory of ConcurrentDictionary.GetOrAdd, which may hold a lock or run for several callers at once. Cache the task instead of its result."

    public Person Update(int id) =>
        _cache.AddOrUpdate(id, key => LoadAsync(key).Result, (key, old) => old);
        //                                           ^^^^^^ AW207 "ConcurrentDictionary.AddOrUpdate"

    public Person GetByName(int id) => _cache.GetOrAdd(id, Load);

    private Person Load(int id) => LoadAsync(id).Result;
    //                                           ^^^^^^ AW207 "ConcurrentDictionary.GetOrAdd"

    public Person? Cached(IMemoryCache cache) => cache.GetOrCreate("a", entry => LoadAsync(1).Result);
    //                                                                                        ^^^^^^ AW207 "IMemoryCache.GetOrCreate"

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(provider => LoadAsync(1).GetAwaiter().GetResult());
        //                                                          ^^^^^^^^^ AW207 "inside the factory of AddSingleton, which may hold a lock or run for several callers at once. Resolve asynchronously outside the container."
        services.AddScoped<Connection>(provider =>
        {
            var connection = new ConnectionFactory().ConnectAsync().Result;
            //                                                      ^^^^^^ AW207
            provider.GetRequiredService<Person>();
            return connection;
        });
    }

    private static Person? _person;

    public static Person Ensure() => LazyInitializer.EnsureInitialized(ref _person, () => LoadAsync(1).Result);
    //                                                                                                 ^^^^^^ AW207 "LazyInitializer.EnsureInitialized"

    private static async Task<Person> LoadAsync(int id)
    {
        await Task.Delay(id);
        return new Person();
    }
}
