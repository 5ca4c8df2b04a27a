// summary: Parameters of type CancellationToken?, and sources and contexts that may be missing
#nullable enable
using System;
using System.Threading;
using System.Threading.Tasks;

public class Job
{
    static void Take(int count, CancellationToken? token = null) { }

    void Defaults(CancellationToken token)
    {
        Take(1, default);
//              ^^^^^^^ AW401
        Take(2, new CancellationToken());
//              ^^^^^^^^^^^^^^^^^^^^^^^ AW401
        Take(3, default(CancellationToken));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^ AW401
        Take(4, default(CancellationToken?));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW401
        Take(5, token); // ok: passed
        Take(6, CancellationToken.None); // ok: said so
    }

    async Task MissingContextAsync(Context? context)
    {
        await Task.Delay(1); // ok: there may be no context
    }

    async Task OptionalContextAsync(Context context = null!)
    {
        await Task.Delay(1); // ok: there may be no context
    }

    async Task MissingSourceAsync(CancellationTokenSource? source)
    {
        await Task.Delay(1); // ok: there may be no source
    }

    async Task GivenAsync(Context context)
    {
        await Task.Delay(1);
//                 ^^^^^ AW401 "'context.Stop' is not passed"
    }
}

public class Holder
{
    private readonly CancellationTokenSource? _source;
    private readonly Microsoft.AspNetCore.Http.HttpContext? _context;

    async Task RunAsync()
    {
        await Task.Delay(1); // ok: there may be neither
    }
}

public class Context
{
    public CancellationToken Stop { get; }
}
