// summary: Calls that take a token, must not be cancelled, or can't be
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

public class Loader : IDisposable, IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly CancellationToken _stopping;
    private readonly ILogger _logger;

    async Task<string> PassedAsync(HttpClient http, CancellationToken token)
    {
        await Task.Delay(1, token); // ok: passed
        await Task.Delay(1, cancellationToken: token); // ok: passed by name
        return await http.GetStringAsync("a", CancellationToken.None); // ok: said so
    }

    async Task CleanUpAsync(HttpClient http, CancellationToken token)
    {
        try
        {
            await http.GetStringAsync("a", token);
        }
        catch (OperationCanceledException)
        {
            await Task.Delay(1); // ok: the token is cancelled
        }
        catch (Exception e) when (e is TaskCanceledException)
        {
            await Task.Delay(2); // ok: likewise
        }
        finally
        {
            await _stream.FlushAsync(); // ok: clean-up
        }
    }

    async Task CancelledAsync(CancellationToken token)
    {
        if (token.IsCancellationRequested)
        {
            await Task.Delay(1); // ok: the token is cancelled
        }
        bool isOn = !token.IsCancellationRequested || Task.Delay(1).IsCompleted; // ok: likewise
        while (!token.IsCancellationRequested)
        {
            token.ThrowIfCancellationRequested();
        }
        await Task.Delay(3); // ok: the loop ended because of the token
    }

    async Task EarlyReturnAsync(CancellationToken token)
    {
        if (!token.IsCancellationRequested) return;
        await Task.Delay(3); // ok: only once it is cancelled
    }

    public void Dispose() => _stream.FlushAsync().Wait(); // ok: disposal

    public async ValueTask DisposeAsync()
    {
        await _stream.FlushAsync(); // ok: disposal
    }

    Task RecursionAsync(int count, CancellationToken token) => RecursionAsync(count); // ok: would call itself

    Task RecursionAsync(int count) => Task.CompletedTask;

    void LinkTokens(CancellationToken token, CancellationToken other)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(other); // ok: it links tokens
        using var registration = token.Register(() => { }); // ok: a member of the token
    }

    Task ScheduleAsync(CancellationToken token) => Task.Run(() => Step(token)); // ok: the delegate looks at the token

    static void Step(CancellationToken token) { }

    async Task StaticFunctionsAsync(CancellationToken token)
    {
        static Task WaitAsync() => Task.Delay(1); // ok: static functions capture nothing
        Func<Task> wait = static () => Task.Delay(1); // ok: likewise
        await WaitAsync();
        await wait();
    }

    void Throw(CancellationToken token) => throw new OperationCanceledException("stopped"); // ok: an exception

    async Task ZeroAsync(CancellationToken token)
    {
        await Task.Delay(0); // ok: over at once
        await Task.Delay(TimeSpan.Zero); // ok: likewise
    }

    void Other(CancellationToken token, List<int> numbers, SemaphoreSlim gate)
    {
        numbers.Add(1); // ok: takes no token
        gate.Release(); // ok: takes no token
        _logger.LogInformation("done"); // ok: logging
        string name = nameof(Task.Delay); // ok: no call
    }

    async Task OtherTypesAsync(Old old, CancellationToken token)
    {
        await old.LoadAsync(1); // ok: the overload is obsolete
        await old.SendAsync("a"); // ok: the overload differs in more than the token
        await old.FetchAsync(1); // ok: the overload is not accessible
        int number = await old.CountAsync(1); // ok: the overload gives something else
    }

    private static Task s_started = Task.Delay(1); // ok: no instance in an initializer

    async Task MixedAsync(CancellationToken token)
    {
        await foreach (int row in RowsAsync().WithCancellation(token)) // ok: passed on
        {
            await Task.Delay(row, token);
        }
        await foreach (int row in RowsAsync(token)) await Task.Delay(row, token); // ok: passed
        var rows = RowsAsync(token);
        await foreach (int row in rows) await Task.Delay(row, token); // ok: the local has it
        foreach (int row in new[] { 1 }) await Task.Delay(row, token); // ok: no stream
    }

    static async IAsyncEnumerable<int> RowsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
    {
        await Task.Delay(1, token);
        yield return 1;
    }
}

public class Old
{
    public Task LoadAsync(int id) => Task.CompletedTask;
    [Obsolete] public Task LoadAsync(int id, CancellationToken token) => Task.CompletedTask;
    public Task SendAsync(string text) => Task.CompletedTask;
    public Task SendAsync(Uri address, string text, CancellationToken token) => Task.CompletedTask;
    public Task FetchAsync(int id) => Task.CompletedTask;
    private Task FetchAsync(int id, CancellationToken token) => Task.CompletedTask;
    public Task<int> CountAsync(int id) => Task.FromResult(1);
    public Task<string> CountAsync(int id, CancellationToken token) => Task.FromResult("");
}
