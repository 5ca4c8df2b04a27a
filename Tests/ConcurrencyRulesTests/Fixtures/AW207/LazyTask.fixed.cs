// summary: A Lazy<T> that waits holds the task instead
// fix: Use Lazy<Task<T>>
using System;
using System.Threading;
using System.Threading.Tasks;

public class Person
{
    public string Name = "";
}

public class People
{
    private readonly int _id;
    private readonly Lazy<Task<Person>> _first = new(() => LoadAsync(1));
    private readonly Lazy<Task<Person>> _own;
    private readonly Lazy<Task<string>> _name = new Lazy<Task<string>>(async () =>
    {
        var person = await LoadAsync(2);
        return person.Name;
    }, LazyThreadSafetyMode.ExecutionAndPublication);
    private readonly Lazy<Person> _shown = new(() => LoadAsync(3).Result);
    private readonly Lazy<Person> _property = new(() => LoadAsync(3).Result);

    public People(int id)
    {
        _id = id;
        _own = new Lazy<Task<Person>>(() => LoadAsync(_id));
    }

    public async Task<string> NamesAsync()
    {
        var first = await _first.Value;
        await Task.Yield();
        return first.Name + await _name.Value;
    }

    public async Task<Person> Own() => await this._own.Value;

    public bool IsShown => _shown.IsValueCreated;

    public Person Property => _property.Value;

    private static async Task<Person> LoadAsync(int id)
    {
        await Task.Delay(id);
        return new Person();
    }
}
