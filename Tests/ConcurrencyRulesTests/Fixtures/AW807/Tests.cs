// summary: Off in test projects
// project: test
namespace Shop;

public class Export
{
    async Task WriteAsync(string path)
    {
        using var file = File.Create(path); // ok: a test project
        await file.WriteAsync(new byte[1]);
    }
}
