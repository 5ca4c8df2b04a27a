// summary: Top-level programs, primary constructors, generics and derived tasks
using System;
using System.IO;
using System.Threading.Tasks;

var gate = new Gate<Stream>(() => Task.FromResult(Stream.Null));
using var held = gate.EnterAsync();
//               ^^^^^^^^^^^^^^^^^ AW311 "not the 'Stream' it produces"
using (var inner = await gate.EnterAsync()) { } // ok: awaited
using IDisposable typed = gate.EnterAsync();
//                        ^^^^^^^^^^^^^^^^^ AW311
using var cast = (IDisposable)gate.EnterAsync(); // ok: a cast says that the task is meant
await Task.Yield();

public class Gate<T>(Func<Task<T>> enter) where T : IDisposable
{
    public Task<T> EnterAsync() => enter();

    public async Task UseAsync<TTask>(TTask given, Task<T>? maybe) where TTask : Task
    {
        using (given) { }
        //     ^^^^^ AW311 "This using disposes a task; nothing is waited for."
        using (EnterAsync()) { }
        //     ^^^^^^^^^^^^ AW311 "not the 'T' it produces"
        using (maybe) { }
        //     ^^^^^ AW311 "not the 'T' it produces"
        using (var own = new Own()) { }
        //               ^^^^^^^^^ AW311
        switch (1)
        {
            case 1:
            {
                using var section = EnterAsync();
                //                  ^^^^^^^^^^^^ AW311
                break;
            }
        }
        await Task.Yield();
    }
}

public class Own() : Task(() => { });
