// summary: Calls that could take the token at hand
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

public class Importer
{
    async Task<string> ReadAsync(HttpClient http, Stream stream, byte[] buffer, CancellationToken token)
    {
        int read = await stream.ReadAsync(buffer, 0, buffer.Length);
        //                      ^^^^^^^^^ AW401 suggestion "'ReadAsync' can be cancelled, but 'token' is not passed to it."
        await Task.Delay(TimeSpan.FromSeconds(read));
        //         ^^^^^ AW401 "'Task.Delay' can be cancelled"
        return await http.GetStringAsync("https://example.org/a");
        //                ^^^^^^^^^^^^^^ AW401
    }

    async Task OptionalAsync(Channel<int> channel, CancellationToken token)
    {
        await channel.Writer.WriteAsync(1);
        //                   ^^^^^^^^^^ AW401
        await StepAsync(1);
        //    ^^^^^^^^^ AW401 "'StepAsync' can be cancelled"
        await StepAsync(2, retries: 4);
        //    ^^^^^^^^^ AW401
        await StepAsync(count: 3);
        //    ^^^^^^^^^ AW401
    }

    static Task StepAsync(int count, int retries = 3, CancellationToken cancellationToken = default) => Task.CompletedTask;

    async Task ConditionalAsync(Stream stream, CancellationToken token)
    {
        Task flushing = stream?.FlushAsync();
        //                      ^^^^^^^^^^ AW401
        await flushing;
    }

    async Task InTheMiddleAsync(int[] numbers, CancellationToken token)
    {
        await Parallel.ForEachAsync(numbers, async (number, inner) => await Task.Delay(number, inner));
        //             ^^^^^^^^^^^^ AW401 "'Parallel.ForEachAsync'"
    }

    async Task LinesAsync(Stream source, Stream target, CancellationToken token)
    {
        await CopyAsync(
        //    ^^^^^^^^^ AW401
            source,
            target);
    }

    static Task CopyAsync(Stream source, Stream target, CancellationToken token = default) => Task.CompletedTask;

    void Blocking(SemaphoreSlim gate, CancellationToken token)
    {
        gate.Wait();
        //   ^^^^ AW401
    }

    Task FindAsync(Store store, CancellationToken token) => store.FindAsync(1, "a");
    //                                                            ^^^^^^^^^ AW401

    Worker Create(CancellationToken token) => new Worker("a");
    //                                            ^^^^^^ AW401 "'Worker' can be cancelled"

    Worker CreateImplicitly(CancellationToken token)
    {
        Worker worker = new("b");
        //              ^^^ AW401
        return worker;
    }

    Worker WithoutList(CancellationToken token) => new Worker { Name = "c" };
    //                                                 ^^^^^^ AW401

    void Nullable(CancellationToken token) => TakeOption(1);
    //                                        ^^^^^^^^^^ AW401

    static void TakeOption(int count, CancellationToken? token = null) { }

    void Params(CancellationToken token) => Link();
    //                                      ^^^^ AW401

    static void Link(params CancellationToken[] tokens) { }

    Task<int> InLambdaAsync(Stream stream, byte[] buffer, CancellationToken token)
    {
        Func<Task<int>> read = () => stream.ReadAsync(buffer, 0, 1);
        //                                  ^^^^^^^^^ AW401
        return read();
    }

    async Task<int> NearestAsync(IEnumerable<int> numbers, Stream stream, byte[] buffer, CancellationToken token)
    {
        Func<CancellationToken, Task<int>> read = inner => stream.ReadAsync(buffer, 0, 1);
        //                                                        ^^^^^^^^^ AW401 "'inner' is not passed"
        return await read(token);
    }

    async Task LoopAsync(Stream stream, byte[] buffer, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            await stream.WriteAsync(buffer, 0, 1);
            //           ^^^^^^^^^^ AW401
        }
    }
}

public class Store
{
    public Task FindAsync(params object[] keys) => Task.CompletedTask;
    public Task FindAsync(object[] keys, CancellationToken token) => Task.CompletedTask;
}

public class Worker
{
    public Worker() { }
    public Worker(CancellationToken token) { }
    public Worker(string name) => Name = name;
    public Worker(string name, CancellationToken token) => Name = name;
    public string Name { get; set; }
}
