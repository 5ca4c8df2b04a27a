// summary: Synchronous calls in asynchronous code, and the counterparts in their place
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Uses
{
    async Task<string> ReadAsync(Stream stream, string path, CancellationToken token)
    {
        using var reader = new StreamReader(stream);
        string head = reader.ReadLine() ?? "";
        //                   ^^^^^^^^ AW204 suggestion "'ReadLine' blocks; await 'ReadLineAsync' instead."
        File.WriteAllText(path, head);
        //   ^^^^^^^^^^^^ AW204 "'File.WriteAllText' blocks; await 'File.WriteAllTextAsync' instead."
        return reader.ReadToEnd().Trim();
        //            ^^^^^^^^^ AW204
    }

    Task<int> Lifted(Stream stream, byte[] buffer)
    {
        int read = stream.Read(buffer, 0, buffer.Length);
        //                ^^^^ AW204
        return Task.FromResult(read);
    }

    async Task Flush(Stream? stream)
    {
        stream?.Flush();
        //      ^^^^^ AW204
        await Task.Yield();
    }
}
