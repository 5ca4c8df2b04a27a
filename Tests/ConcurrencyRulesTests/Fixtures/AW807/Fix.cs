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
        using (var writer = new StreamWriter(body)) // buffered
//      ^^^^^ AW807
        {
            await writer.WriteAsync("hello");
        }
        using var file = File.Create(path);
//      ^^^^^ AW807
        await file.WriteAsync(new byte[1]);
    }

    async Task CloseAsync(FileStream file)
    {
        await file.WriteAsync(new byte[1]);
        file.Dispose(); // done
        //   ^^^^^^^ AW807
    }

    async Task ScopeAsync(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        //                         ^^^^^^^^^^^ AW807
        using (IServiceScope other = scope.ServiceProvider.CreateScope())
        //                                                 ^^^^^^^^^^^ AW807
        {
            await Task.Yield();
        }
    }

    Task LiftedAsync(string path)
    {
        using var file = File.Create(path);
//      ^^^^^ AW807
        file.WriteByte(1);
        return Task.CompletedTask;
    }
}
