// summary: Values that cost less than queueing them
using System;
using System.Threading;
using System.Threading.Tasks;

public class Calculator
{
    Task<int> AddAsync(int a, int b)
    {
        return Task.Run(() => a + b);
        //     ^^^^^^^^^^^^^^^^^^^^^ AW104 "Computing 'a + b' is cheaper than queueing it. Use Task.FromResult."
    }

    Task<string> NewIdAsync() => Task.Run(() => Guid.NewGuid().ToString());
    //                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW104

    async Task<int> DoubleAsync(int n) => await Task.Run(() => n * 2);
    //                                          ^^^^^^^^^^^^^^^^^^^^^ AW104 "Use the value itself."

    Task NothingAsync() => Task.Run(() => { });
    //                     ^^^^^^^^^^^^^^^^^^^ AW104 "Use Task.CompletedTask."

    Task<int> BlockAsync(int n, CancellationToken token)
    {
        return Task.Run(() => { return n; }, token);
        //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW104
    }

    Task<int> StartedAsync(int n) => Task.Factory.StartNew(() => Math.Max(n, 3));
    //                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW104

    async Task<int> LocalAsync(int n)
    {
        Task<int> task = Task.Run(() => n * 2);
        //               ^^^^^^^^^^^^^^^^^^^^^ AW104
        return await task;
    }

    Task<object> WidenedAsync(string text) => Task.Run<object>(() => text);
    //                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW104

    async Task<int> ParenthesizedAsync(int a, int b) => 2 * await Task.Run(() => a + b);
    //                                                            ^^^^^^^^^^^^^^^^^^^^^ AW104
}
