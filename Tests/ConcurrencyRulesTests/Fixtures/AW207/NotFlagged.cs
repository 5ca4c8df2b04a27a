// summary: Complete tasks, factories of tasks, the program's own type, later waits
using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

public class Item
{
    private readonly Lazy<Task<int>> _task = new(() => LoadAsync()); // ok: nothing blocks
    private readonly Lazy<Task<int>> _two = new(async () => await LoadAsync()); // ok: nothing blocks
    private readonly ConcurrentDictionary<int, Task<int>> _cache = new();
    private static readonly Task<int> Started = LoadAsync(); // ok: started, not waited for
    private readonly int _done;
    private readonly Func<int> _later = () => LoadAsync().Result; // ok: waits when it is called

    public Item(Task<int> task)
    {
        _done = task.IsCompleted ? task.Result : 0; // ok: tested
        Action later = () => LoadAsync().Wait(); // ok: waits when it is called
        Use(nameof(task.Result)); // ok: a name
    }

    public Task<int> Get(int id) => _cache.GetOrAdd(id, key => LoadAsync()); // ok: nothing blocks

    public int Method() => LoadAsync().Result; // ok: another rule

    public int Own(Cache cache) => cache.GetOrAdd(1, key => LoadAsync().Result); // ok: no dictionary that is known

    private static Task<int> LoadAsync() => Task.FromResult(1);
    private void Use(string text) { }
}

public class Cache
{
    public int GetOrAdd(int key, Func<int, int> factory) => factory(key);
}

public class Program
{
    private readonly int _value;

    public Program() => _value = Load().Result; // ok: the program starts here

    public static void Main() => new Program();

    private static Task<int> Load() => Task.FromResult(1);
}
