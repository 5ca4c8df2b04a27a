// summary: Awaited disposal
// project: library
// config: awaitwise.configure_await = none
using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

public class Export
{
    async Task WriteAsync(string path, Stream body)
    {
        // The response.
        await using (var writer = new StreamWriter(body)) // buffered
        {
            await writer.WriteAsync("hello");
        }
        await using var file = File.Create(path);
        await file.WriteAsync(new byte[1]);
    }

    async Task CloseAsync(FileStream file)
    {
        await file.WriteAsync(new byte[1]);
        await file.DisposeAsync(); // done
    }

    async Task ScopeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await using (AsyncServiceScope other = scope.ServiceProvider.CreateAsyncScope())
        {
            await Task.Yield();
        }
    }

    async Task LiftedAsync(string path)
    {
        await using var file = File.Create(path);
        file.WriteByte(1);
    }
}
