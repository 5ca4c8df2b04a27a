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
    private readonly Lazy<Person> _first = new(() => LoadAsync(1).Result);
    //                                                            ^^^^^^ AW207
    private readonly Lazy<Person> _own;
    private readonly Lazy<string> _name = new Lazy<string>(() =>
    {
        var person = LoadAsync(2).GetAwaiter().GetResult();
        //                                     ^^^^^^^^^ AW207
        return person.Name;
    }, LazyThreadSafetyMode.ExecutionAndPublication);
    private readonly Lazy<Person> _shown = new(() => LoadAsync(3).Result);
    //                                                            ^^^^^^ AW207
    private readonly Lazy<Person> _property = new(() => LoadAsync(3).Result);
    //                                                               ^^^^^^ AW207

    public People(int id)
    {
        _id = id;
        _own = new Lazy<Person>(() => LoadAsync(_id).Result);
        //                                           ^^^^^^ AW207
    }

    public async Task<string> NamesAsync()
    {
        var first = _first.Value;
        await Task.Yield();
        return first.Name + _name.Value;
    }

    public Person Own() => this._own.Value;

    public bool IsShown => _shown.IsValueCreated;

    public Person Property => _property.Value;

    private static async Task<Person> LoadAsync(int id)
    {
        await Task.Delay(id);
        return new Person();
    }
}
