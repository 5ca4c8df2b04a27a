// summary: On a server it weighs more, but for what is only read
// project: web
using System.IO.Compression;

namespace Shop;

public class Export
{
    async Task WriteAsync(string path)
    {
        using var file = File.Create(path);
//      ^^^^^ AW807 warning
        await file.WriteAsync(new byte[1]);
        using var read = File.OpenRead(path);
//      ^^^^^ AW807 suggestion
        using var opened = new FileStream(path, FileMode.Open, FileAccess.Read);
//      ^^^^^ AW807 suggestion
        using var unpacked = new GZipStream(read, CompressionMode.Decompress);
//      ^^^^^ AW807 suggestion
        using var client = new HttpClient();
        using var content = await client.GetStreamAsync("https://example.org");
//      ^^^^^ AW807 suggestion
    }
}
