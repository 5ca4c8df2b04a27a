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
        if (key.Length == 0) return Task.FromResult<string>(null);
        return _isKnown ? LoadAsync(key) : Task.FromResult<string>(null);
    }

    public Task StopAsync() => Task.CompletedTask;

    public Task<int> CountAsync(bool isEmpty)
    {
        if (isEmpty) return Task.FromResult(0);
        return (Task<int>)Task.FromResult(0);
    }

    public Task<bool> IsReadyAsync(int state) => state switch
    {
        0 => CheckAsync(),
        1 => (Task.FromResult(false)),
        _ => throw new InvalidOperationException(),
    };

    public Task<DateTime> WhenAsync(Task<DateTime> known) => known ?? Task.FromResult(default(DateTime));

    public Task<int?> MaybeAsync() { return Task.FromResult<int?>(null); }

    public Task<T> GenericAsync<T>() => Task.FromResult(default(T));

    public Func<Task> Nothing => () => Task.CompletedTask;

    public Func<int, Task<string>> Names()
    {
        return delegate (int id)
        {
            return id == 0 ? Task.FromResult<string>(null) : LoadAsync("a");
        };
    }

    public Task Completion
    {
        get { return Task.CompletedTask; }
    }

    public Task<string> this[string key] => _pending.TryGetValue(key, out var task) ? task : Task.FromResult<string>(null);

    public Task OuterAsync()
    {
        return InnerAsync();

        System.Threading.Tasks.Task InnerAsync() => System.Threading.Tasks.Task.CompletedTask;
    }

    private const Task None = null;

    public Task ConstantAsync() => Task.CompletedTask;

    private Task<string> LoadAsync(string key) => Task.FromResult(key);
    private Task<bool> CheckAsync() => Task.FromResult(true);
}
