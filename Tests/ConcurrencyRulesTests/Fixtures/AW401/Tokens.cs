// summary: Where tokens come from
using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class Service
{
    private readonly CancellationToken _stopping;

    async Task FieldAsync()
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "'_stopping' is not passed"
    }

    async Task HiddenAsync(int _stopping)
    {
        await Task.Delay(_stopping);
        //         ^^^^^ AW401 "'this._stopping' is not passed"
    }

    static async Task StaticAsync()
    {
        await Task.Delay(1); // ok: no instance
    }
}

public class Derived : WithProperty
{
    async Task PropertyAsync()
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "'Stopping' is not passed"
    }
}

public class WithProperty
{
    protected CancellationToken Stopping { get; set; }
}

public class Primary(CancellationToken stopping)
{
    async Task RunAsync()
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "'stopping' is not passed"
    }
}

public class Sources
{
    private readonly CancellationTokenSource _source = new CancellationTokenSource();
    async Task FieldAsync()
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "'_source.Token' is not passed"
    }

    static async Task LocalAsync()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Task.Delay(1);
        //         ^^^^^ AW401 "'source.Token' is not passed"
    }

    static async Task CancelledAsync()
    {
        using var source = new CancellationTokenSource();
        Task waiting = Task.Delay(-1, source.Token);
        source.Cancel();
        await Task.Delay(1); // ok: the source is cancelled already
        await waiting;
    }
}

public class CancelledSource
{
    private readonly CancellationTokenSource _source = new();

    void Close()
    {
        _source.Cancel();
        CleanUpAsync().Wait();
    }

    private async Task CleanUpAsync()
    {
        await Task.Delay(1); // ok: runs after the source was cancelled
    }
}

public class ReplacedSource
{
    private CancellationTokenSource _current;

    async Task RunAsync()
    {
        await Task.Delay(1); // ok: there may be no source, or a disposed one
    }

    void Start() => _current = new CancellationTokenSource();
}

public class Locals
{
    async Task AssignedAsync(bool now)
    {
        CancellationToken token;
        if (now)
        {
            await Task.Delay(1); // ok: not assigned yet
        }
        token = new CancellationTokenSource().Token;
        await Task.Delay(1);
        //         ^^^^^ AW401 "'token' is not passed"
    }

    async Task NoneAsync()
    {
        var none = CancellationToken.None;
        CancellationToken nothing = default;
        await Task.Delay(1); // ok: these say that nothing is cancelled
    }
}

[ApiController]
public class PricesController : ControllerBase
{
    [HttpGet]
    public async Task<int> Get()
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "'HttpContext.RequestAborted' is not passed"
        return 1;
    }
}

public static class Handlers
{
    static async Task HandleAsync(HttpContext context)
    {
        await context.Response.WriteAsync("a");
        //                     ^^^^^^^^^^ AW401 "'context.RequestAborted' is not passed"
    }

    static async Task StepAsync(StepContext step)
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "'step.Stop' is not passed"
    }

    static async Task SeveralAsync(Lifetime lifetime)
    {
        await Task.Delay(1); // ok: which of the two?
    }

    static async Task PairAsync(Lazy<CancellationToken> lazy, Task<CancellationToken> task)
    {
        await Task.Delay(1); // ok: wrappers carry no token
    }

    static async Task OptionAsync(CancellationToken? option)
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "'option.GetValueOrDefault()' is not passed"
    }
}

public static class Ambient
{
    private static readonly AsyncLocal<CancellationToken> s_current = new();

    static async Task AmbientAsync()
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "'s_current.Value' is not passed"
    }
}

public class StepContext
{
    public CancellationToken Stop { get; }
}

public class Lifetime
{
    public CancellationToken Starting { get; }
    public CancellationToken Stopping { get; }
}
