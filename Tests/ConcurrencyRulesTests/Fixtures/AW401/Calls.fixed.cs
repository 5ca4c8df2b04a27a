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
        int read = await stream.ReadAsync(buffer, 0, buffer.Length, token);
        await Task.Delay(TimeSpan.FromSeconds(read), token);
        return await http.GetStringAsync("https://example.org/a", token);
    }

    async Task OptionalAsync(Channel<int> channel, CancellationToken token)
    {
        await channel.Writer.WriteAsync(1, token);
        await StepAsync(1, cancellationToken: token);
        await StepAsync(2, retries: 4, cancellationToken: token);
        await StepAsync(count: 3, cancellationToken: token);
    }

    static Task StepAsync(int count, int retries = 3, CancellationToken cancellationToken = default) => Task.CompletedTask;

    async Task ConditionalAsync(Stream stream, CancellationToken token)
    {
        Task flushing = stream?.FlushAsync(token);
        await flushing;
    }

    async Task InTheMiddleAsync(int[] numbers, CancellationToken token)
    {
        await Parallel.ForEachAsync(numbers, token, async (number, inner) => await Task.Delay(number, inner));
    }

    async Task LinesAsync(Stream source, Stream target, CancellationToken token)
    {
        await CopyAsync(
            source,
            target,
            token);
    }

    static Task CopyAsync(Stream source, Stream target, CancellationToken token = default) => Task.CompletedTask;

    void Blocking(SemaphoreSlim gate, CancellationToken token)
    {
        gate.Wait(token);
    }

    Task FindAsync(Store store, CancellationToken token) => store.FindAsync(new object[] { 1, "a" }, token);

    Worker Create(CancellationToken token) => new Worker("a", token);

    Worker CreateImplicitly(CancellationToken token)
    {
        Worker worker = new("b", token);
        return worker;
    }

    Worker WithoutList(CancellationToken token) => new Worker(token) { Name = "c" };

    void Nullable(CancellationToken token) => TakeOption(1, token);

    static void TakeOption(int count, CancellationToken? token = null) { }

    void Params(CancellationToken token) => Link(token);

    static void Link(params CancellationToken[] tokens) { }

    Task<int> InLambdaAsync(Stream stream, byte[] buffer, CancellationToken token)
    {
        Func<Task<int>> read = () => stream.ReadAsync(buffer, 0, 1, token);
        return read();
    }

    async Task<int> NearestAsync(IEnumerable<int> numbers, Stream stream, byte[] buffer, CancellationToken token)
    {
        Func<CancellationToken, Task<int>> read = inner => stream.ReadAsync(buffer, 0, 1, inner);
        return await read(token);
    }

    async Task LoopAsync(Stream stream, byte[] buffer, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            await stream.WriteAsync(buffer, 0, 1, token);
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
