// summary: Bridges that say what they are, disposal of one's own, the entry point
using System;
using System.Threading.Tasks;

public class Repository : IDisposable, IAsyncDisposable
{
    public Task<int> LoadAsync() => Task.FromResult(1);
    public int LoadSync() => LoadAsync().Result;
    //                                   ^^^^^^ AW202 suggestion
    public int LoadAndWait() => LoadAsync().GetAwaiter().GetResult();
    //                                                   ^^^^^^^^^ AW202 suggestion
    public int ReadSync() => LoadAsync().Result;
    //                                   ^^^^^^ AW202 warning
    public ValueTask DisposeAsync() => new(Task.Delay(1));
    public void Dispose() => DisposeAsync().AsTask().Wait();
    //                                               ^^^^ AW202 suggestion
}

public static class Program
{
    public static void Main() => new Repository().LoadAsync().Wait();
    //                                                        ^^^^ AW202 suggestion
}
