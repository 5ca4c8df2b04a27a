// summary: Readers can be left out
// config: awaitwise.AW807.readers = false
// project: web
namespace Shop;

public class Export
{
    async Task CopyAsync(string path, string to)
    {
        using var read = File.OpenRead(path); // ok: only read
        using var write = File.Create(to);
//      ^^^^^ AW807 warning
        await read.CopyToAsync(write);
    }
}
