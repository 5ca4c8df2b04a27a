// summary: Tasks that go on after their resource is gone
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public class Files
{
    public Task<string> ReadAsync(string path)
    {
        using var reader = File.OpenText(path);
        return reader.ReadToEndAsync();
        //     ^^^^^^^^^^^^^^^^^^^^^^^ AW309 warning "'reader' is disposed when this method returns, while the returned task is still running. Await the task inside the using."
    }

    public Task CopyAsync(string from, Stream to)
    {
        using (var source = File.OpenRead(from))
        {
            return source.CopyToAsync(to);
            //     ^^^^^^^^^^^^^^^^^^^^^^ AW309 "'source' is disposed"
        }
    }

    public Task<int> EitherAsync(string path, bool isEmpty)
    {
        using (var stream = File.OpenRead(path))
        {
            if (isEmpty) return Task.FromResult(0);
            var buffer = new byte[8];
            return (stream.CanRead ? stream.ReadAsync(buffer, 0, 8) : throw new IOException());
            //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW309
        }
    }

    public ValueTask<int> ValueAsync(string path, byte[] buffer)
    {
        using var stream = File.OpenRead(path);
        if (buffer.Length == 0)
        {
            return new ValueTask<int>(0);
        }
        return stream.ReadAsync(buffer.AsMemory());
        //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW309
    }

    public Task GetAsync(HttpClient client, string address)
    {
        using (new CancellationTokenSource(1000))
        {
            return client.GetStringAsync(address);
            //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW309 "'new CancellationTokenSource(1000)' is disposed"
        }
    }

    public Func<string, Task<string>> Reader => path =>
    {
        using var reader = File.OpenText(path);
        return reader.ReadToEndAsync();
        //     ^^^^^^^^^^^^^^^^^^^^^^^ AW309
    };

    public Task OuterAsync(string path)
    {
        return InnerAsync();

        Task InnerAsync()
        {
            using var reader = File.OpenText(path);
            Task<string> reading = reader.ReadToEndAsync();
            return reading;
            //     ^^^^^^^ AW309
        }
    }

    public Task<string>? OpenAsync(string? text)
    {
        if (text == null) return null;
        using var reader = File.OpenText(text);
        return reader.ReadToEndAsync();
        //     ^^^^^^^^^^^^^^^^^^^^^^^ AW309
    }
}
