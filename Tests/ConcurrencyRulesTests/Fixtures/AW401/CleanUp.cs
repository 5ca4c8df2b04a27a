// summary: Code that runs because of a cancellation, or after one
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Job
{
    async Task CaughtAsync(CancellationToken token)
    {
        try { await Task.Delay(1, token); }
        catch (IOException) { await Task.Delay(1); }
//                                       ^^^^^ AW401
        catch (Exception) { await Task.Delay(2); } // ok: takes a cancellation too
        try { await Task.Delay(1, token); }
        catch { await Task.Delay(2); } // ok: takes a cancellation too
        try { await Task.Delay(1, token); }
        catch (Exception error) when (error.Message != "") { await Task.Delay(2); } // ok: takes a cancellation too
    }

    async Task OthersCaughtAsync(CancellationToken token)
    {
        try { await Task.Delay(1, token); }
        catch (OperationCanceledException) { throw; }
        catch (Exception) { await Task.Delay(2); }
//                                     ^^^^^ AW401
        try { await Task.Delay(1, token); }
        catch (Exception error) when (error is not OperationCanceledException) { await Task.Delay(2); }
//                                                                                          ^^^^^ AW401
        try { await Task.Delay(1, token); }
        catch (Exception error) when (error is IOException) { await Task.Delay(2); }
//                                                                       ^^^^^ AW401
        try { await Task.Delay(1, token); }
        catch (Exception) when (!token.IsCancellationRequested) { await Task.Delay(2); }
//                                                                           ^^^^^ AW401
    }

    async Task CancelledAsync()
    {
        var source = new CancellationTokenSource();
        var token = source.Token;
        await Task.Delay(1);
//                 ^^^^^ AW401 "'token' is not passed"
        source.Cancel();
        await Task.Delay(1); // ok: cancelled already
    }

    async Task CancelledParameterAsync(CancellationTokenSource source)
    {
        await source.CancelAsync();
        await Task.Delay(1); // ok: cancelled already
    }

    async Task PatternAsync(CancellationToken token)
    {
        if (token.IsCancellationRequested is true) await Task.Delay(1); // ok: cancelled
        if (token is { IsCancellationRequested: true }) await Task.Delay(1); // ok: cancelled
    }

    void Keep(System.Collections.Generic.List<CancellationToken> tokens, CancellationToken? option, CancellationToken token)
    {
        tokens.Sort(); // ok: takes no token
        Wait(option.GetValueOrDefault()); // ok: the other overload takes a value to fall back on
    }

    static void Wait(CancellationToken token) { }

    void Complete(TaskCompletionSource source, CancellationToken token)
    {
        source.TrySetCanceled(); // ok: says how it ended, and waits for nothing
    }
}
