// summary: async for nothing
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public interface IStore
{
    Task SaveAsync();
}

public class Counter : IStore
{
    private int _count;

    public Task<int> CountAsync(string text)
    {
        return Task.FromResult(text.Length);
    }

    public Task ResetAsync()
    {
        _count = 0;
        return Task.CompletedTask;
    }

    public Task SaveAsync()
    {
        if (_count == 0) return Task.CompletedTask;
        _count--;
        return Task.CompletedTask;
    }

    public Task<string> NameAsync(bool isKnown)
    {
        if (!isKnown) return Task.FromResult<string>(null);
        return Task.FromResult("name");
    }

    public Task<object> BoxAsync() => Task.FromResult<object>("box");

    public Task<int> OneAsync() => Task.FromResult(1);

    public Task NothingAsync() => Task.CompletedTask;

    public ValueTask<int> ValueAsync(int n)
    {
        return new ValueTask<int>(n + 1);
    }

    public ValueTask PauseAsync()
    {
        _count++;
        return default;
    }

    public Task IncrementAsync() { _count++; return Task.CompletedTask; }

    public void Fire() => _count++;

    public Task LocalAsync()
    {
        return InnerAsync();

        Task InnerAsync()
        {
            if (_count > 3)
            {
                throw new InvalidOperationException();
            }
            else
            {
                _count = 1;
            }
            return Task.CompletedTask;
        }
    }

    public Func<int, Task<int>> Lambda => n => Task.FromResult(n + 1);

    public Func<Task> Block => () => { _count++; return Task.CompletedTask; };

    public Func<Task> Anonymous => delegate { _count++; return Task.CompletedTask; };

    public Task<int> NestedAsync(Func<Task> work)
    {
        Func<Task> later = async () => await work();
        return Task.FromResult(later.GetHashCode());
    }
}
