// summary: Objects of frameworks that carry a token, and tokens that mean something else
using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

public class Job
{
    private readonly Quartz.IJobExecutionContext _job;
    private readonly Grpc.Core.ServerCallContext _call;

    async Task FieldAsync()
    {
        await Task.Delay(1);
//                 ^^^^^ AW401 "'_job.CancellationToken' is not passed"
    }

    static async Task ParameterAsync(Grpc.Core.ServerCallContext call)
    {
        await Task.Delay(1);
//                 ^^^^^ AW401 "'call.CancellationToken' is not passed"
    }

    static async Task LocalAsync(Func<MassTransit.ConsumeContext> consume)
    {
        var context = consume();
        await Task.Delay(1);
//                 ^^^^^ AW401 "'context.CancellationToken' is not passed"
    }

    static async Task FunctionAsync(Microsoft.Azure.Functions.Worker.FunctionContext function)
    {
        await Task.Delay(1);
//                 ^^^^^ AW401 "'function.CancellationToken' is not passed"
    }

    static async Task LifetimeAsync(IHostApplicationLifetime lifetime)
    {
        await Task.Delay(1);
//                 ^^^^^ AW401 "'lifetime.ApplicationStopping' is not passed"
    }

    static async Task ExceptionAsync(OperationCanceledException error)
    {
        await Task.Delay(1); // ok: the token of what is over
    }
}

public class Constants
{
    private static readonly CancellationToken s_cancelled = new CancellationToken(true);
    private static CancellationToken None => CancellationToken.None;
    private static readonly ThreadLocal<CancellationToken> s_local = new();

    async Task RunAsync()
    {
        await Task.Delay(1);
//                 ^^^^^ AW401 "'s_local.Value' is not passed"
    }
}

public class Made
{
    static CancellationToken Link(CancellationToken token = default) => token;

    static async Task RunAsync()
    {
        var token = Link(); // ok: makes the token
        await Task.Delay(1, token);
    }
}

namespace Grpc.Core
{
    public abstract class ServerCallContext { public CancellationToken CancellationToken { get; } public DateTime Deadline { get; } }
}

namespace Quartz
{
    public interface IJobExecutionContext { CancellationToken CancellationToken { get; } }
}

namespace MassTransit
{
    public interface PipeContext { CancellationToken CancellationToken { get; } }
    public interface ConsumeContext : PipeContext { }
}

namespace Microsoft.Azure.Functions.Worker
{
    public abstract class FunctionContext { public CancellationToken CancellationToken { get; } }
}
