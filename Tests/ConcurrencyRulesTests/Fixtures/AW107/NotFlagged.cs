// summary: Inner tasks that somebody gets at
#nullable disable
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public class Silent
{
    private Task<Task> _nested;

    private Task CopyAsync() => Task.Delay(1);
    private ValueTask FlushAsync() => default;
    private void Work() { }

    public async Task RunAsync(Task first)
    {
        await Task.Run(async () => await CopyAsync()); // ok: unwraps
        await Task.Run(() => CopyAsync()); // ok: unwraps
        await Task.Run(() => FlushAsync().AsTask()); // ok: a task
        await Task.Run(async () => await FlushAsync()); // ok: a task
        await Task.Factory.StartNew(() => CopyAsync()).Unwrap(); // ok: unwrapped
        await await Task.Factory.StartNew(() => CopyAsync()); // ok: awaited twice
        await (await Task.Factory.StartNew(() => CopyAsync()).ConfigureAwait(false)).ConfigureAwait(false); // ok: twice
        await TaskExtensions.Unwrap(Task.Factory.StartNew(() => CopyAsync())); // ok: unwrapped
        await Task.Factory.StartNew(() => CopyAsync()).Result; // ok: the inner one
        Task.Factory.StartNew(() => CopyAsync()).Result.Wait(); // ok: the inner one
        await Task.Factory.StartNew(() => Work()); // ok: no inner task
        await first.ContinueWith(t => Work()); // ok: no inner task
        await first.ContinueWith(t => CopyAsync()).Unwrap(); // ok: unwrapped
        var inner = await Task.Factory.StartNew(() => CopyAsync()); // ok: the inner one is at hand
        await inner;
    }

    public async Task LocalAsync()
    {
        var nested = Task.Factory.StartNew(() => CopyAsync()); // ok: unwrapped below
        await nested.Unwrap();
        Task<Task> second = Task.Factory.StartNew(() => CopyAsync()); // ok: awaited twice below
        await await second;
        var third = Task.Factory.StartNew(() => CopyAsync()); // ok: its result is waited for
        third.Result.Wait();
        var fourth = Task.Factory.StartNew(() => CopyAsync()); // ok: handed on as what it is
        Take(fourth);
    }

    private void Take(Task<Task> nested) { }

    public Task<Task> DeclaredAsync() => Task.Factory.StartNew(() => CopyAsync()); // ok: declared so

    public void Store() => _nested = Task.Factory.StartNew(() => CopyAsync()); // ok: declared so

    public Task<T> GenericAsync<T>(Func<T> work) => Task.Factory.StartNew(work); // ok: T may be anything

    public async Task TogetherAsync(int[] ids)
    {
        var started = ids.Select(id => Task.Factory.StartNew(() => Task.Delay(id))).ToArray(); // ok: unwrapped below
        await Task.WhenAll(started.Select(task => task.Unwrap()));
        var inner = await Task.WhenAll(ids.Select(id => Task.Factory.StartNew(() => Task.Delay(id)))); // ok: at hand
        await Task.WhenAll(inner);
    }

    public async Task<Task> InnerAsync() => await Task.Factory.StartNew(() => CopyAsync()); // ok: hands the inner one on
}
