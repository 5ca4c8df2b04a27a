// summary: Tests of the token that only throw
using System;
using System.Threading;

public class Worker
{
    private CancellationToken _stopping;
    private readonly Context _context;

    void WithToken(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        Step();
    }

    void WithoutToken(CancellationToken token)
    {
        while (true)
        {
            token.ThrowIfCancellationRequested();
            Step();
        }
    }

    void Comments(CancellationToken token)
    {
        int count = 0;
        // Nobody waits any more.
        token.ThrowIfCancellationRequested();
        // Go on.
        count++;
        Step(); // once
        Step();
    }

    void Negated(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        Step();
    }

    void NegatedByComparison()
    {
        _stopping.ThrowIfCancellationRequested();
        Step();
    }

    void Embedded(CancellationToken token)
    {
        while (true) token.ThrowIfCancellationRequested();
    }

    void Clash(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        {
            int count = 1;
            Use(count);
        }
        foreach (int count in new[] { 1 }) Use(count);
    }

    void Chain()
    {
        _context.Token.ThrowIfCancellationRequested();
    }

    void Expression(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
    }

    void Step() { }

    void Use(int count) { }
}

public class Context
{
    public CancellationToken Token { get; }
}
