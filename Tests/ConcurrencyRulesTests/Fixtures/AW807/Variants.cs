// summary: Disposal that could be awaited
// project: library
// references: efcore
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Shop;

public class Export
{
    static FileStream OpenFile(string path) => File.Create(path);
    static Task<Stream> DownloadAsync() => throw new NotSupportedException();

    async Task WriteAsync(HttpContext context, string path)
    {
        using (var writer = new StreamWriter(context.Response.Body))
//      ^^^^^ AW807 suggestion "'StreamWriter' can be disposed asynchronously; 'using' flushes and closes it synchronously. Use 'await using'."
        {
            await writer.WriteAsync("hello");
        }
        using var file = File.Create(path);
//      ^^^^^ AW807 "'FileStream' can be disposed asynchronously; 'using' flushes and closes it synchronously."
        await file.WriteAsync(new byte[1]);
    }

    async Task ExpressionAsync(Stream stream)
    {
        using (stream) await stream.WriteAsync(new byte[1]);
//      ^^^^^ AW807 "'Stream'"
    }

    async Task SeveralAsync(string a, string b)
    {
        using (FileStream first = OpenFile(a), second = OpenFile(b)) await first.CopyToAsync(second);
//      ^^^^^ AW807
    }

    Task LiftedAsync(string path)
    {
        using var file = OpenFile(path);
//      ^^^^^ AW807
        file.WriteByte(1);
        return Task.CompletedTask;
    }

    async Task JsonAsync(Stream stream)
    {
        using var writer = new Utf8JsonWriter(stream);
//      ^^^^^ AW807 "'using' flushes and closes it synchronously"
        writer.WriteNullValue();
        await writer.FlushAsync();
        await Task.Yield();
    }

    async Task ContextAsync(IDbContextFactory<DbContext> factory)
    {
        using var context = await factory.CreateDbContextAsync();
//      ^^^^^ AW807 "'DbContext' can be disposed asynchronously; 'using' disposes it synchronously."
        await context.SaveChangesAsync();
    }

    async Task ReaderAsync(string path)
    {
        using var file = File.OpenRead(path);
//      ^^^^^ AW807 suggestion
        await file.ReadExactlyAsync(new byte[1]);
    }

    async Task OwnAsync(Own own, IAsyncDisposable only)
    {
        using (own) await Task.Yield();
//      ^^^^^ AW807 "'Own' can be disposed asynchronously; 'using' disposes it synchronously."
        own.Dispose();
        //  ^^^^^^^ AW807 "'Own' can be disposed asynchronously. Await DisposeAsync()."
        await only.DisposeAsync();
    }

    async Task CallAsync(string path)
    {
        var file = OpenFile(path);
        await file.WriteAsync(new byte[1]);
        file.Close();
        //   ^^^^^ AW807 "'FileStream'"
        FileStream? other = path == "" ? null : OpenFile(path);
        other?.Dispose();
        //     ^^^^^^^ AW807
        (file).Dispose();
        //     ^^^^^^^ AW807
    }

    async Task ScopeAsync(IServiceProvider services, IServiceScopeFactory factory)
    {
        using var scope = services.CreateScope();
        //                         ^^^^^^^^^^^ AW807 "CreateScope disposes its services synchronously. Use CreateAsyncScope with 'await using'."
        using (IServiceScope other = factory.CreateScope()) await Task.Yield();
        //                                   ^^^^^^^^^^^ AW807
        using var wrong = services.CreateAsyncScope();
//      ^^^^^ AW807 "'AsyncServiceScope'"
    }

    async Task GenericAsync<T>(T item) where T : IDisposable, IAsyncDisposable
    {
        using (item) await Task.Yield();
//      ^^^^^ AW807 "'T'"
    }

    async Task FlushedElsewhereAsync(Stream stream, Stream other)
    {
        using (stream)
//      ^^^^^ AW807
        {
            await stream.WriteAsync(new byte[1]);
            await other.FlushAsync();
        }
    }

    void Lambda(string path)
    {
        Func<Task> run = async () =>
        {
            using var file = OpenFile(path);
//          ^^^^^ AW807
            await file.WriteAsync(new byte[1]);
        };
        run();
    }

    async Task DownloadAsync(string path)
    {
        using var source = await DownloadAsync();
//      ^^^^^ AW807
        using var packed = new GZipStream(source, CompressionMode.Compress);
//      ^^^^^ AW807
        await packed.WriteAsync(new byte[1]);
    }
}

public class Own : IDisposable, IAsyncDisposable
{
    public void Dispose() { }
    public ValueTask DisposeAsync() => default;
}
