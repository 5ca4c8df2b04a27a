// summary: null in place of a task, in every kind of function
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Catalog
{
    private readonly Dictionary<string, Task<string>> _pending = new();
    private bool _isKnown;

    public Task<string> FindAsync(string key)
    {
        if (key.Length == 0) return null;
        //                          ^^^^ AW307 warning "'FindAsync' returns null instead of a task; awaiting it throws. Return Task.FromResult<string>(null)."
        return _isKnown ? LoadAsync(key) : default;
        //                                 ^^^^^^^ AW307
    }

    public Task StopAsync() => null;
    //                         ^^^^ AW307 "Return Task.CompletedTask."

    public Task<int> CountAsync(bool isEmpty)
    {
        if (isEmpty) return default(Task<int>);
        //                  ^^^^^^^^^^^^^^^^^^ AW307 "Return Task.FromResult(0)."
        return (Task<int>)null;
        //                ^^^^ AW307
    }

    public Task<bool> IsReadyAsync(int state) => state switch
    {
        0 => CheckAsync(),
        1 => (null),
        //    ^^^^ AW307 "Return Task.FromResult(false)."
        _ => throw new InvalidOperationException(),
    };

    public Task<DateTime> WhenAsync(Task<DateTime> known) => known ?? null;
    //                                                                ^^^^ AW307 "Return Task.FromResult(default(DateTime))."

    public Task<int?> MaybeAsync() { return null; }
    //                                      ^^^^ AW307 "Return Task.FromResult<int?>(null)."

    public Task<T> GenericAsync<T>() => null;
    //                                  ^^^^ AW307 "Return Task.FromResult(default(T))."

    public Func<Task> Nothing => () => null;
    //                                 ^^^^ AW307 "'lambda expression' returns null"

    public Func<int, Task<string>> Names()
    {
        return delegate (int id)
        {
            return id == 0 ? null : LoadAsync("a");
            //               ^^^^ AW307 "'anonymous method' returns null"
        };
    }

    public Task Completion
    {
        get { return null; }
        //           ^^^^ AW307 "'Completion' returns null"
    }

    public Task<string> this[string key] => _pending.TryGetValue(key, out var task) ? task : null;
    //                                                                                       ^^^^ AW307

    public Task OuterAsync()
    {
        return InnerAsync();

        System.Threading.Tasks.Task InnerAsync() => null;
        //                                          ^^^^ AW307 "'InnerAsync' returns null instead of a task; awaiting it throws. Return System.Threading.Tasks.Task.CompletedTask."
    }

    private const Task None = null;

    public Task ConstantAsync() => None;
    //                             ^^^^ AW307

    private Task<string> LoadAsync(string key) => Task.FromResult(key);
    private Task<bool> CheckAsync() => Task.FromResult(true);
}
