// summary: Tokens and calls in newer forms of code
using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

public class Pump
{
    async Task ReadAsync(ChannelReader<int> reader, PipeReader pipe, CancellationToken token)
    {
        await foreach (int number in reader.ReadAllAsync()) { }
//                                          ^^^^^^^^^^^^ AW401
        await reader.ReadAsync();
//                   ^^^^^^^^^ AW401
        await pipe.ReadAsync();
//                 ^^^^^^^^^ AW401
        await foreach (int number in reader.ReadAllAsync(token)) { } // ok: passed
    }

    async IAsyncEnumerable<int> RowsAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        await Task.Delay(1);
//                 ^^^^^ AW401
        yield return 1;
        await foreach (int row in RowsAsync()) yield return row; // ok: would call itself
    }

    static async Task FunctionsAsync(CancellationToken token)
    {
        await InnerAsync();
        async Task InnerAsync() { await Task.Delay(1); }
//                                           ^^^^^ AW401
        static async Task OtherAsync(CancellationToken inner) { await Task.Delay(1); }
//                                                                         ^^^^^ AW401
        await OtherAsync(token);
        Func<CancellationToken, Task> wait = static async stop => await Task.Delay(1);
//                                                                           ^^^^^ AW401
        await wait(token);
    }

    async Task ParallelAsync(CancellationToken token)
    {
        await Parallel.ForEachAsync(new[] { 1 }, token, async (number, stop) => await Task.Delay(number));
//                                                                                         ^^^^^ AW401
    }

    Task<int> GetAsync() => Task.FromResult(1);
    ValueTask<int> GetAsync(CancellationToken token) => new(1);
    async Task<int> AwaitedAsync(CancellationToken token) => await GetAsync();
//                                                                 ^^^^^^^^ AW401
    Task<int> PassedOnAsync(CancellationToken token) => GetAsync(); // ok: the overload gives something else
}

public record Job(CancellationToken Stop, int Size)
{
    public async Task RunAsync() => await Task.Delay(Size);
//                                             ^^^^^ AW401 "'Stop' is not passed"
}

public class Started
{
    public Started(Task task) { }
}

public class Later : Started
{
    private readonly CancellationToken _stop;
    public Later() : base(Task.Delay(1)) { } // ok: there is no instance yet
    public Later(CancellationToken token) : base(Task.Delay(1)) { }
//                                                    ^^^^^ AW401
}

public struct Small
{
    private readonly CancellationToken _stop;
    Task OwnAsync() => Task.Delay(1);
//                          ^^^^^ AW401
    Task CapturedAsync() { Func<Task> wait = () => Task.Delay(1); return wait(); } // ok: a structure's members can't be captured
}

public static class Extensions
{
    extension(Job job)
    {
        public async Task GoAsync(CancellationToken token) { await Task.Delay(1); }
//                                                                      ^^^^^ AW401
    }

    public static async Task OldAsync(this Job job) { await Task.Delay(1); }
//                                                               ^^^^^ AW401 "'job.Stop' is not passed"
}
