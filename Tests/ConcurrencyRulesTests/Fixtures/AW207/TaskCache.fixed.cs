// summary: A dictionary of values that are waited for holds the tasks instead
// fix: Cache the task
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Person
{
    public string Name = "";
}

public class Child : Person { }

public class Cache
{
    private readonly ConcurrentDictionary<int, Task<Person>> _people = new();
    private readonly ConcurrentDictionary<string, Task<Person>> _named =
        new ConcurrentDictionary<string, Task<Person>>(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Person> _listed = new();
    private readonly ConcurrentDictionary<int, Person> _read = new();
    private readonly ConcurrentDictionary<int, Person> _group = new();

    public async Task<Person> Get(int id) => await _people.GetOrAdd(id, key => LoadAsync(key));

    public async Task<string> NameAsync(int id)
    {
        await Task.Yield();
        return (await _people.GetOrAdd(id, Task.FromResult(new Person()))).Name;
    }

    public void Forget(int id)
    {
        _people.TryRemove(id, out _);
        _people.Clear();
    }

    public async Task<Person> NamedAsync(string name)
    {
        await Task.Yield();
        return await _named.GetOrAdd(name, async key => await ChildAsync(key));
    }

    public async Task<Person> OtherAsync(string name)
    {
        await Task.Yield();
        return await _named.GetOrAdd(name, async key =>
        {
            var child = await ChildAsync(key);
            return child;
        });
    }

    public async Task<Person> MadeAsync(string name) => await Task.FromResult(await _named.GetOrAdd(name, _ => Task.FromResult<Person>(new Child())));

    public Person Listed(int id) => _listed.GetOrAdd(id, key => LoadAsync(key).Result);

    public ICollection<Person> All() => _listed.Values;

    public Person this[int id] => _read.GetOrAdd(id, key => LoadAsync(key).Result);

    public Person Group(int id) => _group.GetOrAdd(id, Load);

    private Person Load(int id) => LoadAsync(id).Result;

    private static async Task<Person> LoadAsync(int id)
    {
        await Task.Delay(id);
        return new Person();
    }

    private static async Task<Child> ChildAsync(string name)
    {
        await Task.Delay(name.Length);
        return new Child();
    }
}

public class Caller
{
    public static async Task<string> Use(Cache cache) => (await cache.Get(1)).Name;
}
