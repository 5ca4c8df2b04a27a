// summary: allow_hosted_services = false judges them as well
// config: dotnet_diagnostic.AW103.severity = suggestion
// config: awaitwise.AW103.allow_hosted_services = false
// config: awaitwise.project_kind = web
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

class Cleaner : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken token) => Task.Run(() => Loop(token), token);
    //                                                               ^^^^^^^^ AW103 suggestion
    private void Loop(CancellationToken token) { }
}
