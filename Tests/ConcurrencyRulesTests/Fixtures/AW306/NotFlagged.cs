// summary: Functions that await, and those that have to be async
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

public abstract class Job
{
    public abstract Task RunAsync();
    public virtual async Task StopAsync() => await Task.Delay(1); // ok: awaits
}

public class Silent : Job
{
    public async Task NotYetAsync() => throw new NotSupportedException(); // ok: a stub

    public async Task<int> LaterAsync()
    {
        // TODO
        throw new NotImplementedException(); // ok: a stub
    }

    public override async Task RunAsync() { } // ok: an override that does nothing

    public async Task EachAsync(IAsyncEnumerable<int> numbers)
    {
        await foreach (var number in numbers) { } // ok: awaits
    }

    public async Task DisposeAsync(Stream stream)
    {
        await using (stream) { } // ok: awaits
    }

    public async Task DeclareAsync(Stream stream)
    {
        await using var copy = stream; // ok: awaits
        copy.Position = 0;
    }

    public async IAsyncEnumerable<int> NumbersAsync() // ok: an async iterator
    {
        yield return 1;
    }

    public async Task<int> SumAsync(Task<int> first) => 1 + await first; // ok: awaits

    public async Task MixedAsync()
    {
        await Task.CompletedTask; // ok: not the only one
        await Task.Delay(1);
    }

    public async Task NestedAsync()
    {
        await Task.Run(() => 1); // ok: awaits
        int Inner() => 1;
        Inner();
    }

    public async Task UnknownAsync(Task pending)
    {
        await pending; // ok: may run
    }

    public Task ForwardAsync() => Task.CompletedTask; // ok: not async

    public async Task InArgumentAsync() => Console.WriteLine(await Task.Run(() => 1)); // ok: awaits

    public async Task<int> ResultOfAwaitAsync(Task<int> task) => await Task.FromResult(await task); // ok: awaits

    public async void Handle(object sender, EventArgs e) => await Task.Yield(); // ok: awaits
}
