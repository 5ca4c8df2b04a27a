// summary: Tasks that go on after their resource is gone
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public class Files
{
    public async Task<string> ReadAsync(string path)
    {
        using var reader = File.OpenText(path);
        return await reader.ReadToEndAsync();
    }

    public async Task CopyAsync(string from, Stream to)
    {
        using (var source = File.OpenRead(from))
        {
            await source.CopyToAsync(to);
        }
    }

    public async Task<int> EitherAsync(string path, bool isEmpty)
    {
        using (var stream = File.OpenRead(path))
        {
            if (isEmpty) return 0;
            var buffer = new byte[8];
            return await (stream.CanRead ? stream.ReadAsync(buffer, 0, 8) : throw new IOException());
        }
    }

    public async ValueTask<int> ValueAsync(string path, byte[] buffer)
    {
        using var stream = File.OpenRead(path);
        if (buffer.Length == 0)
        {
            return 0;
        }
        return await stream.ReadAsync(buffer.AsMemory());
    }

    public async Task GetAsync(HttpClient client, string address)
    {
        using (new CancellationTokenSource(1000))
        {
            await client.GetStringAsync(address);
        }
    }

    public Func<string, Task<string>> Reader => async path =>
    {
        using var reader = File.OpenText(path);
        return await reader.ReadToEndAsync();
    };

    public Task OuterAsync(string path)
    {
        return InnerAsync();

        async Task InnerAsync()
        {
            using var reader = File.OpenText(path);
            Task<string> reading = reader.ReadToEndAsync();
            await reading;
        }
    }

    public async Task<string> OpenAsync(string? text)
    {
        if (text == null) return default;
        using var reader = File.OpenText(text);
        return await reader.ReadToEndAsync();
    }
}
