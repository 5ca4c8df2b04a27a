// summary: Synchronous calls in asynchronous code, and the counterparts in their place
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Uses
{
    async Task<string> ReadAsync(Stream stream, string path, CancellationToken token)
    {
        using var reader = new StreamReader(stream);
        string head = await reader.ReadLineAsync(token) ?? "";
        await File.WriteAllTextAsync(path, head, token);
        return (await reader.ReadToEndAsync(token)).Trim();
    }

    async Task<int> Lifted(Stream stream, byte[] buffer)
    {
        int read = await stream.ReadAsync(buffer, 0, buffer.Length);
        return read;
    }

    async Task Flush(Stream? stream)
    {
        if (stream != null)
        {
            await stream.FlushAsync();
        }
        await Task.Yield();
    }
}
