// summary: Streams and archives that are only read weigh less, also on a server
// project: web
using System.IO.Compression;
using System.Text.Json;

namespace Shop;

public class Import
{
    static Stream Open() => Stream.Null;
    static Task TakeAsync(Stream stream) => stream.CopyToAsync(Stream.Null);

    async Task ArchiveAsync(string path, Stream upload)
    {
        using var opened = ZipFile.OpenRead(path);
//      ^^^^^ AW807 suggestion
        using var archive = new ZipArchive(upload);
//      ^^^^^ AW807 suggestion
        using var entry = archive.Entries[0].Open();
//      ^^^^^ AW807 suggestion
        await entry.CopyToAsync(Stream.Null);
        using var created = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
//      ^^^^^ AW807 warning
        created.CreateEntry("a");
        using var written = archive.Entries[0].Open();
//      ^^^^^ AW807 warning
        await written.WriteAsync(new byte[1]);
    }

    async Task FilesAsync(string path, bool exists)
    {
        using var either = exists ? File.OpenRead(path) : null;
//      ^^^^^ AW807 suggestion
        using var options = new FileStream(path, new FileStreamOptions { Access = FileAccess.Read });
//      ^^^^^ AW807 suggestion
        using var info = new FileInfo(path).OpenRead();
//      ^^^^^ AW807 suggestion
        using var both = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
//      ^^^^^ AW807 warning
        await both.WriteAsync(new byte[1]);
        var file = File.OpenRead(path);
        using (file) await file.ReadExactlyAsync(new byte[1]);
//      ^^^^^ AW807 suggestion
        var other = File.OpenRead(path);
        other.Dispose();
//            ^^^^^^^ AW807 suggestion
        var made = File.Create(path);
        made.Dispose();
//           ^^^^^^^ AW807 warning
    }

    async Task UsedAsync()
    {
        using var copied = Open();
//      ^^^^^ AW807 suggestion
        await copied.CopyToAsync(Stream.Null);
        using var parsed = Open();
//      ^^^^^ AW807 suggestion
        int number = await JsonSerializer.DeserializeAsync<int>(parsed);
        using var text = Open();
//      ^^^^^ AW807 suggestion
        using var reader = new StreamReader(text);
        string line = await reader.ReadToEndAsync();
        using var written = Open();
//      ^^^^^ AW807 warning
        await written.WriteAsync(new byte[1]);
        using var passed = Open();
//      ^^^^^ AW807 warning
        await TakeAsync(passed);
        using var unused = Open();
//      ^^^^^ AW807 warning
    }

    async Task NothingAsync(Stream stream)
    {
        using var nothing = Stream.Null; // ok: takes no time
        var memory = new MemoryStream();
        using (memory) await memory.WriteAsync(new byte[1]); // ok: lies in memory
        await stream.FlushAsync();
        stream.Dispose(); // ok: nothing is left to write
    }

    async IAsyncEnumerable<int> IterateAsync(string path)
    {
        using var file = File.Create(path);
//      ^^^^^ AW807 warning
        yield return 1;
        await file.WriteAsync(new byte[1]);
    }

    void Dispose() { Func<Task> run = async () => { Open().Dispose(); await Task.Yield(); }; run(); } // ok: in Dispose
    async Task RegisteredAsync(CancellationToken token) { using (token.Register(() => { })) await Task.Yield(); } // ok: cheap
    async Task TimedAsync() { using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1)); await timer.WaitForNextTickAsync(); } // ok: no asynchronous disposal
    async Task RefAsync() { { using var window = new Window(); } await Task.Yield(); } // ok: a by-reference-like resource
    async Task ExplicitAsync(Explicit item) { using (item) await Task.Yield(); }
//                                            ^^^^^ AW807 warning
}

public ref struct Window
{
    public void Dispose() { }
    public ValueTask DisposeAsync() => default;
}

public class Explicit : IDisposable, IAsyncDisposable
{
    public void Dispose() { }
    ValueTask IAsyncDisposable.DisposeAsync() => default;
}
