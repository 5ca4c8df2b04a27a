// summary: Newer kinds of declarations, extensions that make a type awaitable, proxies
#nullable disable
using System;
using System.CodeDom.Compiler;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

public class Operation { }
public class Request { }
public class Lazily { }

public static class Awaitables
{
    public static TaskAwaiter GetAwaiter(this Operation operation) => default;
    public static Task AsTask(this Request request) => Task.CompletedTask;

    extension(Lazily lazily)
    {
        public TaskAwaiter GetAwaiter() => default;
        public int CountAsync() => 1;
        //         ^^^^^^^^^^ AW317
    }
}

public partial class Parts
{
    public partial int CountAsync();
    //                 ^^^^^^^^^^ AW317
    public partial int CountAsync() => 1; // ok: said at its declaration
}

public delegate void Done(string text);

public class Uses
{
    public Operation StartAsync() => null; // ok: can be awaited
    public Request SendAsync() => null; // ok: has a task
    public Lazily LoadAsync() => null; // ok: can be awaited
    public Task[] AllAsync() => [];
    //            ^^^^^^^^ AW317 "returns 'Task[]'"
    public void ReadAsync(string text, Done done) => done(text); // ok: takes a callback
    public void ReadAsync(string text, AsyncCallback done) { } // ok: takes a callback
    public Func<Task> MakeAsync() => () => Task.CompletedTask;
    //                ^^^^^^^^^ AW317
    [GeneratedCode("tool", "1")]
    public void SaveAsync() { } // ok: a tool wrote it
    [DllImport("native")]
    public static extern int PollAsync(); // ok: native code
    public Task<T> GetAsync<T>() => null; // ok: a task
    public (Task, int) PairAsync() => default;
    //                 ^^^^^^^^^ AW317
    public IAsyncEnumerator<int> EachAsync() => null; // ok: a stream
    public IEnumerable<Task> TasksAsync() => null;
    //                       ^^^^^^^^^^ AW317
    public CancellationTokenSource SourceAsync() => null;
    //                             ^^^^^^^^^^^ AW317
}

[ComImport, Guid("00000000-0000-0000-C000-000000000046")]
public interface INative
{
    int CloseAsync(); // ok: native code
}
