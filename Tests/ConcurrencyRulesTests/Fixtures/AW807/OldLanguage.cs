// summary: Before C# 8 the flush is what can be awaited
// project: library
// config: awaitwise.configure_await = none
// language: 7.3
using System.IO;
using System.Threading.Tasks;

public class Export
{
    async Task WriteAsync(Stream body)
    {
        using (var writer = new StreamWriter(body))
//      ^^^^^ AW807
        {
            await writer.WriteAsync("hello");
        }
    }
}
