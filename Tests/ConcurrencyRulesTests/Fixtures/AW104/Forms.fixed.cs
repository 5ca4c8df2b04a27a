// summary: Values that cost less than queueing them
using System;
using System.Threading;
using System.Threading.Tasks;

public class Calculator
{
    Task<int> AddAsync(int a, int b)
    {
        return Task.FromResult(a + b);
    }

    Task<string> NewIdAsync() => Task.FromResult(Guid.NewGuid().ToString());

    async Task<int> DoubleAsync(int n) => n * 2;

    Task NothingAsync() => Task.CompletedTask;

    Task<int> BlockAsync(int n, CancellationToken token)
    {
        return Task.FromResult(n);
    }

    Task<int> StartedAsync(int n) => Task.FromResult(Math.Max(n, 3));

    async Task<int> LocalAsync(int n)
    {
        Task<int> task = Task.FromResult(n * 2);
        return await task;
    }

    Task<object> WidenedAsync(string text) => Task.FromResult<object>(text);

    async Task<int> ParenthesizedAsync(int a, int b) => 2 * (a + b);
}
