// summary: Tests of the token that do something else
using System;
using System.Threading;
using System.Threading.Tasks;

public class Worker
{
    private readonly CancellationTokenSource _source = new();

    void Other(CancellationToken token, CancellationToken second, bool isNow)
    {
        if (isNow && token.IsCancellationRequested) throw new OperationCanceledException(token); // ok: another condition
        if (token.IsCancellationRequested || isNow) throw new OperationCanceledException(token); // ok: likewise
        if (token.IsCancellationRequested) throw new TaskCanceledException(); // ok: another exception
        if (token.IsCancellationRequested) throw new OperationCanceledException("stopped"); // ok: a message
        if (token.IsCancellationRequested) throw new OperationCanceledException("stopped", token); // ok: a message
        if (token.IsCancellationRequested) throw new OperationCanceledException(second); // ok: another token
        if (token.IsCancellationRequested) // ok: says something before
        {
            Console.WriteLine("stopped");
            throw new OperationCanceledException(token);
        }
        if (token.IsCancellationRequested) return; // ok: no exception
        if (_source.IsCancellationRequested) throw new OperationCanceledException(); // ok: a source has no such method
        if (!token.IsCancellationRequested) throw new OperationCanceledException(token); // ok: the opposite
        if (token.CanBeCanceled) throw new OperationCanceledException(token); // ok: another property
    }

    int Value(CancellationToken token)
    {
        int value = token.IsCancellationRequested ? throw new OperationCanceledException(token) : 1; // ok: gives a value
        return token.IsCancellationRequested ? throw new OperationCanceledException() : value; // ok: likewise
    }

    void Rethrown(CancellationToken token)
    {
        try
        {
            token.ThrowIfCancellationRequested(); // ok: done already
        }
        catch (Exception)
        {
            if (token.IsCancellationRequested) throw; // ok: keeps the exception
        }
    }

    void Lookalike(Flag flag)
    {
        if (flag.IsCancellationRequested) throw new OperationCanceledException(); // ok: no token
    }
}

public class Flag
{
    public bool IsCancellationRequested => true;
}
