// summary: Newer kinds of functions, and other ways to say that there may be none
using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;

public interface ILoader
{
    Task LoadAsync() => null!;
    //                  ^^^^ AW307
}

public static class Loaders
{
    extension(ILoader loader)
    {
        public Task TwiceAsync() => null!;
        //                          ^^^^ AW307
        public Task Done => null!;
        //                  ^^^^ AW307 "'Done' returns null"
    }
}

public class Cache(ILoader? loader)
{
    public Task? Running => null; // ok: says that there may be none
    public Task? Stopped { get { return null; } } // ok: says that there may be none
    public Task? this[int i] => null; // ok: says that there may be none

    [return: MaybeNull]
    public Task<string> FindAsync() => null; // ok: says that there may be none

    public Task Local()
    {
        static Task? Maybe() => null; // ok: says that there may be none
        var typed = Task? () => null; // ok: says that there may be none
        return Maybe() ?? typed() ?? Task.CompletedTask;
    }

    public Task LoadAsync() => loader?.LoadAsync()!;
    //                         ^^^^^^^^^^^^^^^^^^^ AW307
    public ValueTask? CloseAsync(IAsyncDisposable? d) => d?.DisposeAsync(); // ok: no task
    public Task Chosen(int n) => n switch { 0 => null!, > 3 => default!, _ => Task.CompletedTask };
    //                                           ^^^^ AW307
    //                                                         ^^^^^^^ AW307
    public Task<Task> NestedAsync() => Task.FromResult<Task>(null!); // ok: the result
    public Func<string, Task> Handlers() => static name => name == "" ? null! : Task.CompletedTask;
    //                                                                  ^^^^ AW307
    public async Task<string?> AsyncLambda() { Func<Task<string?>> f = async () => null; return await f(); } // ok: the result
    public Task Thrown(bool b) => b ? Task.CompletedTask : throw new InvalidOperationException(); // ok: throws
}
