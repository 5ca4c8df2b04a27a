// summary: Tests of the token that only throw
using System;
using System.Threading;

public class Worker
{
    private CancellationToken _stopping;
    private readonly Context _context;

    void WithToken(CancellationToken token)
    {
        if (token.IsCancellationRequested)
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW404 suggestion "Use 'token.ThrowIfCancellationRequested()': it throws the same exception and keeps the token."
            throw new OperationCanceledException(token);
        Step();
    }

    void WithoutToken(CancellationToken token)
    {
        while (true)
        {
            if (token.IsCancellationRequested == true)
          //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW404
            {
                throw new OperationCanceledException();
            }
            Step();
        }
    }

    void Comments(CancellationToken token)
    {
        int count = 0;
        if (token.IsCancellationRequested)
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW404
        {
            // Nobody waits any more.
            throw new System.OperationCanceledException(token);
        }
        else
        {
            // Go on.
            count++;
            Step(); // once
        }
        Step();
    }

    void Negated(CancellationToken token)
    {
        if (!token.IsCancellationRequested) { Step(); }
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW404
        else throw new OperationCanceledException();
    }

    void NegatedByComparison()
    {
        if (_stopping.IsCancellationRequested == false)
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW404
            Step();
        else
        {
            throw new OperationCanceledException(this._stopping);
        }
    }

    void Embedded(CancellationToken token)
    {
        while (true) if (token.IsCancellationRequested) throw new OperationCanceledException(token);
        //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW404
    }

    void Clash(CancellationToken token)
    {
        if (token.IsCancellationRequested) throw new OperationCanceledException(token);
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW404
        else
        {
            int count = 1;
            Use(count);
        }
        foreach (int count in new[] { 1 }) Use(count);
    }

    void Chain()
    {
        if (_context.Token.IsCancellationRequested) throw new OperationCanceledException(_context.Token);
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW404
    }

    void Expression(CancellationToken token)
    {
        _ = token.IsCancellationRequested ? throw new OperationCanceledException() : 0;
        //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW404
    }

    void Step() { }

    void Use(int count) { }
}

public class Context
{
    public CancellationToken Token { get; }
}
