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
    private readonly ConcurrentDictionary<int, Person> _people = new();
    private readonly ConcurrentDictionary<string, Person> _named =
        new ConcurrentDictionary<string, Person>(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Person> _listed = new();
    private readonly ConcurrentDictionary<int, Person> _read = new();
    private readonly ConcurrentDictionary<int, Person> _group = new();

    public Person Get(int id) => _people.GetOrAdd(id, key => LoadAsync(key).Result);
    //                                                                      ^^^^^^ AW207

    public async Task<string> NameAsync(int id)
    {
        await Task.Yield();
        return _people.GetOrAdd(id, new Person()).Name;
    }

    public void Forget(int id)
    {
        _people.TryRemove(id, out _);
        _people.Clear();
    }

    public async Task<Person> NamedAsync(string name)
    {
        await Task.Yield();
        return _named.GetOrAdd(name, key => ChildAsync(key).GetAwaiter().GetResult());
        //                                                               ^^^^^^^^^ AW207
    }

    public async Task<Person> OtherAsync(string name)
    {
        await Task.Yield();
        return _named.GetOrAdd(name, key =>
        {
            var child = ChildAsync(key).Result;
            //                          ^^^^^^ AW207
            return child;
        });
    }

    public async Task<Person> MadeAsync(string name) => await Task.FromResult(_named.GetOrAdd(name, _ => new Child()));

    public Person Listed(int id) => _listed.GetOrAdd(id, key => LoadAsync(key).Result);
    //                                                                         ^^^^^^ AW207

    public ICollection<Person> All() => _listed.Values;

    public Person this[int id] => _read.GetOrAdd(id, key => LoadAsync(key).Result);
    //                                                                     ^^^^^^ AW207

    public Person Group(int id) => _group.GetOrAdd(id, Load);

    private Person Load(int id) => LoadAsync(id).Result;
    //                                           ^^^^^^ AW207

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
    public static string Use(Cache cache) => cache.Get(1).Name;
}
