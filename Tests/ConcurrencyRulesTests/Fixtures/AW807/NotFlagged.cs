// summary: Disposal that has nothing to wait for, or can't be awaited
// project: library
// config: awaitwise.AW807.excluded_types = Shop.Quiet
using System.Data.Common;
using System.Text;
using System.Text.Json;

namespace Shop;

public class Export
{
    private readonly object _gate = new();

    static FileStream OpenFile(string path) => File.Create(path);
    static Stream Resource() => typeof(Export).Assembly.GetManifestResourceStream("a")!;

    async Task CopyAsync(Stream from)
    {
        using var memory = new MemoryStream(); // ok: lies in memory
        await from.CopyToAsync(memory);
    }

    async Task TextAsync()
    {
        using (var writer = new StringWriter()) await writer.WriteAsync("a"); // ok: lies in memory
        using var reader = new StringReader("a"); // ok: no asynchronous disposal
        await reader.ReadToEndAsync();
    }

    async Task StreamReaderAsync(Stream stream)
    {
        using var reader = new StreamReader(stream); // ok: no asynchronous disposal
        await reader.ReadToEndAsync();
    }

    async Task AwaitedAsync(string path)
    {
        await using var file = OpenFile(path); // ok: awaited
        await file.WriteAsync(new byte[1]);
    }

    void Sync(string path)
    {
        using var file = OpenFile(path); // ok: can't await
        file.WriteByte(1);
        file.Dispose(); // ok: can't await
    }

    int Count(string path)
    {
        using var file = OpenFile(path); // ok: can't await
        return (int)file.Length;
    }

    async Task SourceAsync(CancellationToken token)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(token); // ok: no asynchronous disposal
        using var registration = token.Register(() => { }); // ok: nothing to write
        using var timer = new Timer(_ => { }, null, 0, 0); // ok: nothing to write
        using var client = new HttpClient(); // ok: no asynchronous disposal
        using var response = await client.GetAsync("https://example.org"); // ok: no asynchronous disposal
    }

    async Task DatabaseAsync(DbConnection connection, DbProviderFactory factory)
    {
        using var command = connection.CreateCommand(); // ok: the base's disposal
        using var reader = await command.ExecuteReaderAsync(); // ok: the base's disposal
        using var transaction = await connection.BeginTransactionAsync(); // ok: the base's disposal
        connection.Close(); // ok: can be opened again
    }

    async Task OwnStreamAsync()
    {
        using var stream = new Plain(); // ok: disposes as Stream does
        await stream.WriteAsync(new byte[1]);
    }

    async Task FlushedAsync(Stream stream)
    {
        using (var writer = new StreamWriter(stream))
        {
            await writer.WriteAsync("a");
            await writer.FlushAsync(); // ok: nothing is left to write
        }
        using (stream) await stream.FlushAsync().ConfigureAwait(false); // ok: nothing is left to write
    }

    async Task FlushedDeclarationAsync(Stream stream)
    {
        using var writer = new StreamWriter(stream); // ok: flushed at the end
        await writer.WriteAsync("a");
        await writer.FlushAsync();
    }

    async Task MemoryAsync(MemoryStream memory)
    {
        using var writer = new StreamWriter(memory, Encoding.UTF8); // ok: writes to memory
        await writer.WriteAsync("a");
        using var json = new Utf8JsonWriter(memory); // ok: writes to memory
        json.WriteNullValue();
    }

    async Task LockedAsync(string path)
    {
        lock (_gate)
        {
            using var file = OpenFile(path); // ok: can't await in a lock
            file.WriteByte(1);
        }
        await Task.Yield();
    }

    async Task ExcludedAsync()
    {
        using var quiet = new Quiet(); // ok: configured
        using var quieter = new Quieter(); // ok: derives from it
        await Task.Yield();
    }

    async Task NetworkAsync(System.Net.Sockets.TcpClient client)
    {
        using var stream = client.GetStream(); // ok: buffers nothing
        await stream.WriteAsync(new byte[1]);
    }

    async Task EmbeddedAsync()
    {
        using var stream = typeof(Export).Assembly.GetManifestResourceStream("a"); // ok: lies in memory
        await Task.Yield();
    }

    async Task PassedAsync(Action<IDisposable> use, Quiet quiet)
    {
        use(quiet);
        Action dispose = quiet.Dispose; // ok: no call
        dispose();
        await Task.Yield();
    }

    async Task InterfaceAsync(IDisposable disposable)
    {
        using (disposable) await Task.Yield(); // ok: nothing says more
        disposable.Dispose(); // ok: nothing says more
    }
}

public class Plain : MemoryStream { }

public class Quiet : IDisposable, IAsyncDisposable
{
    public void Dispose() { }
    public ValueTask DisposeAsync() => default;
}

public class Quieter : Quiet { }
