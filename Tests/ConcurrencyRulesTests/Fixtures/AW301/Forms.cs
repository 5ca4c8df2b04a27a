// summary: Tasks that fall on the floor outside async code
// fix: Discard explicitly
using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

public interface IOutbox
{
    Task PostAsync(string text);
    ValueTask DrainAsync();
    IOutbox Child { get; }
}

public sealed class Job
{
    public JobAwaiter GetAwaiter() => new JobAwaiter();
}

public struct JobAwaiter : INotifyCompletion
{
    public bool IsCompleted => true;
    public void GetResult() { }
    public void OnCompleted(Action continuation) => continuation();
}

public class Sender
{
    private readonly IOutbox _outbox;

    public Sender(IOutbox outbox, Stream stream)
    {
        _outbox = outbox;
        stream.FlushAsync();
        //     ^^^^^^^^^^ AW301 warning "The task of 'FlushAsync' is not observed: the caller goes on before it ends and its exceptions are lost."
    }

    ~Sender()
    {
        _outbox.DrainAsync();
        //      ^^^^^^^^^^ AW301
    }

    public string Subject
    {
        set => _outbox.PostAsync(value);
        //             ^^^^^^^^^ AW301
    }

    public event Action Changed
    {
        add { _outbox.PostAsync("+"); }
        //            ^^^^^^^^^ AW301
        remove { _outbox.PostAsync("-").ConfigureAwait(false); }
        //               ^^^^^^^^^ AW301
    }

    public void Post(IOutbox? other, Func<Task> callback, Func<int, Task>[] handlers)
    {
        _outbox.PostAsync("a");
        //      ^^^^^^^^^ AW301
        other?.PostAsync("b");
        //     ^^^^^^^^^ AW301
        other?.Child.PostAsync("c");
        //           ^^^^^^^^^ AW301
        other?.Child?.PostAsync("d").ConfigureAwait(false);
        //            ^^^^^^^^^ AW301
        callback();
      //^^^^^^^^ AW301 "The task of 'callback' is not observed"
        callback?.Invoke();
        //        ^^^^^^ AW301
        handlers[0](1);
      //^^^^^^^^^^^ AW301 "The task of 'handlers[0]' is not observed"
        Task.Delay(3);
        //   ^^^^^ AW301 "The task of 'Task.Delay' is not observed"
        File.AppendAllTextAsync("log", "e");
        //   ^^^^^^^^^^^^^^^^^^ AW301 "The task of 'File.AppendAllTextAsync' is not observed"
        StartJob();
      //^^^^^^^^ AW301
        for (_outbox.PostAsync("first"); handlers.Length < 0; _outbox.PostAsync("next")) { }
        //           ^^^^^^^^^ AW301
        //                                                            ^^^^^^^^^ AW301
    }

    public void Arrow() => _outbox.PostAsync("arrow");
    //                             ^^^^^^^^^ AW301

    private static Job StartJob() => new Job();

    public async Task LambdasAsync(List<IOutbox> all)
    {
        all.ForEach(one => one.PostAsync("x"));
        //                     ^^^^^^^^^ AW301
        Action twice = () => { _outbox.PostAsync("y"); all[0].DrainAsync(); };
        //                             ^^^^^^^^^ AW301
        //                                                    ^^^^^^^^^^ AW301
        void Local() { _outbox.PostAsync("z"); }
        //                     ^^^^^^^^^ AW301
        Local();
        twice();
        await Task.Yield();
    }
}
