// summary: Combinators over several tasks
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public class Runner
{
    async Task FineAsync(Task only, Task other, Task[] many, List<Task> list, Task<Task> nested, CancellationToken token)
    {
        await Task.WhenAll(only, other); // ok: two
        await Task.WhenAll(many); // ok: a variable
        await Task.WhenAll(list); // ok: a variable
        await Task.WhenAll(list.Select(task => task)); // ok: a sequence
        await Task.WhenAll([.. list]); // ok: a spread
        await Task.WhenAll(new[] { only, other }); // ok: two
        await Task.WhenAll(); // ok: none
        await Task.WhenAll(new Task[1]); // ok: no elements are written
        await Task.WhenAny(only, Task.Delay(1)); // ok: a race
        await only.WaitAsync(token); // ok: no combinator
    }

    void Blocking(Task only, Task[] many, CancellationToken token)
    {
        Task.WaitAll(new[] { only }, 100); // ok: a time limit
        Task.WaitAll(new[] { only }, token); // ok: a token
        Task.WaitAny(many); // ok: a variable
        Own.WhenAll(only); // ok: another type
    }
}

public static class Own
{
    public static Task WhenAll(Task task) => task;
}
