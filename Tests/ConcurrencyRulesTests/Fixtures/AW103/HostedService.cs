// summary: Hosted services keep their loop where it is
// config: dotnet_diagnostic.AW103.severity = warning
// config: awaitwise.project_kind = web
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

class Cleaner : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken token) => Task.Run(() => Loop(token), token); // ok: a hosted service
    private void Loop(CancellationToken token) { }
}

class Starter : IHostedService
{
    public Task StartAsync(CancellationToken token) => Task.Run(() => Loop(), token); // ok: a hosted service
    public Task StopAsync(CancellationToken token) => Task.CompletedTask;
    private void Loop() { }
}
