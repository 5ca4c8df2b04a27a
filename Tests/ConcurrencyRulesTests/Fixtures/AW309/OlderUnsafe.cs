// summary: Before C# 13 nothing can be awaited in unsafe code
// language: 12
using System.IO;
using System.Threading.Tasks;

public class Reader
{
    private Task<int> ReadAsync(Stream stream) => Task.FromResult(stream.ReadByte());

    public unsafe Task<int> UnsafeAsync(string path)
    {
        using var stream = File.OpenRead(path);
        return ReadAsync(stream); // ok: can't be made async
    }

    public Task<int> SafeAsync(string path)
    {
        using var stream = File.OpenRead(path);
        return ReadAsync(stream);
        //     ^^^^^^^^^^^^^^^^^ AW309
    }
}
