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

    public async Task<int> CountAsync(string text)
    //     ^^^^^ AW306 suggestion "'CountAsync' is async but never awaits; it runs synchronously and pays for a state machine. Remove 'async' or make it synchronous."
    {
        return text.Length;
    }

    public async Task ResetAsync()
    //     ^^^^^ AW306 suggestion "The only awaits in 'ResetAsync' are of completed tasks; it runs synchronously."
    {
        _count = 0;
        await Task.CompletedTask;
    }

    public async Task SaveAsync()
    //     ^^^^^ AW306
    {
        if (_count == 0) return;
        _count--;
    }

    public async Task<string> NameAsync(bool isKnown)
    //     ^^^^^ AW306 "The only awaits"
    {
        if (!isKnown) return null;
        return await Task.FromResult("name").ConfigureAwait(false);
    }

    public async Task<object> BoxAsync() => "box";
    //     ^^^^^ AW306 "never awaits"

    public async Task<int> OneAsync() => await Task.FromResult(1);
    //     ^^^^^ AW306 "The only awaits"

    public async Task NothingAsync() => await Task.CompletedTask;
    //     ^^^^^ AW306 "The only awaits"

    public async ValueTask<int> ValueAsync(int n)
    //     ^^^^^ AW306
    {
        return n + 1;
    }

    public async ValueTask PauseAsync()
    //     ^^^^^ AW306 "The only awaits"
    {
        _count++;
        await default(ValueTask);
    }

    public async Task IncrementAsync() => _count++;
    //     ^^^^^ AW306

    public async void Fire() => _count++;
    //     ^^^^^ AW306

    public Task LocalAsync()
    {
        return InnerAsync();

        async Task InnerAsync()
//      ^^^^^ AW306
        {
            if (_count > 3)
            {
                throw new InvalidOperationException();
            }
            else
            {
                _count = 1;
            }
        }
    }

    public Func<int, Task<int>> Lambda => async n => n + 1;
    //                                    ^^^^^ AW306 "'lambda expression' is async but never awaits"

    public Func<Task> Block => async () => { _count++; };
    //                         ^^^^^ AW306

    public Func<Task> Anonymous => async delegate { _count++; };
    //                             ^^^^^ AW306 "'anonymous method'"

    public async Task<int> NestedAsync(Func<Task> work)
    //     ^^^^^ AW306
    {
        Func<Task> later = async () => await work();
        return later.GetHashCode();
    }
}
