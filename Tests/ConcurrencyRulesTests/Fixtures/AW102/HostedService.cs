// summary: The first await of a hosted service frees the host's start
// config: awaitwise.project_kind = web
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

public class Warmup : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Run(() => Fill()); // ok: frees the start of the host
        await Task.Run(() => Fill());
        //    ^^^^^^^^ AW102 warning
    }

    private void Fill() { }
}
