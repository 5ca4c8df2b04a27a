// summary: Newer kinds of declarations, and code that is switched off
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public interface IJob
{
    Task RunAsync();
    async Task StartAsync() { Console.WriteLine(1); }
//  ^^^^^ AW306
}

public static class Jobs
{
    extension(IJob job)
    {
        public async Task TwiceAsync() { Console.WriteLine(job); }
        //     ^^^^^ AW306
    }
}

public partial class Parts
{
    public partial Task RunAsync();
    public async partial Task RunAsync() { Console.WriteLine(1); }
    //     ^^^^^ AW306
}

public class Uses
{
    public async Task PortableAsync(int n) // ok: awaits for other targets
    {
#if OTHER_TARGET
        await Task.Delay(n);
#else
        Console.WriteLine(n);
#endif
    }

    public async Task SwitchedOffAsync(int n)
    //     ^^^^^ AW306
    {
#if OTHER_TARGET
        Console.Write(n);
#endif
        Console.WriteLine(n);
    }

    public async Task<int> QueryAsync(Task<int[]> numbers) =>
        (from n in await numbers where n > 1 select n).Count(); // ok: awaits

    public async Task<int> CountAsync(IAsyncEnumerable<int> numbers) // ok: awaits
    {
        var sum = 0;
        await foreach (var (a, b) in Pairs(numbers)) sum += a + b;
        return sum;
    }

    private static IAsyncEnumerable<(int, int)> Pairs(IAsyncEnumerable<int> numbers) => throw new NotSupportedException();

    public async Task StubAsync() { throw new NotImplementedException(); } // ok: a stub
    public async Task<int> ChoiceAsync(bool b) => b ? 1 : throw new NotSupportedException();
    //     ^^^^^ AW306
    public async Task LambdaAsync() => await Task.Run(async () => { Console.WriteLine(1); });
    //                                                ^^^^^ AW306
    public async Task StaticAsync() => await Task.Run(static async () => 1);
    //                                                       ^^^^^ AW306
    public async Task ValueAsync() { await default(ValueTask); await ValueTask.CompletedTask.ConfigureAwait(false); }
    //     ^^^^^ AW306 "The only awaits"
    public async Task OwnAsync() => await Task.FromException(new InvalidOperationException()); // ok: not of the list
}
