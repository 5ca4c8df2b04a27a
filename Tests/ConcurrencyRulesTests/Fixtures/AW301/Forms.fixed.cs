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
        _ = stream.FlushAsync();
    }

    ~Sender()
    {
        _ = _outbox.DrainAsync();
    }

    public string Subject
    {
        set => _ = _outbox.PostAsync(value);
    }

    public event Action Changed
    {
        add { _ = _outbox.PostAsync("+"); }
        remove { _ = _outbox.PostAsync("-").ConfigureAwait(false); }
    }

    public void Post(IOutbox? other, Func<Task> callback, Func<int, Task>[] handlers)
    {
        _ = _outbox.PostAsync("a");
        _ = other?.PostAsync("b");
        _ = other?.Child.PostAsync("c");
        _ = other?.Child?.PostAsync("d").ConfigureAwait(false);
        _ = callback();
        _ = callback?.Invoke();
        _ = handlers[0](1);
        _ = Task.Delay(3);
        _ = File.AppendAllTextAsync("log", "e");
        _ = StartJob();
        for (_ = _outbox.PostAsync("first"); handlers.Length < 0; _ = _outbox.PostAsync("next")) { }
    }

    public void Arrow() => _ = _outbox.PostAsync("arrow");

    private static Job StartJob() => new Job();

    public async Task LambdasAsync(List<IOutbox> all)
    {
        all.ForEach(one => _ = one.PostAsync("x"));
        Action twice = () => { _ = _outbox.PostAsync("y"); _ = all[0].DrainAsync(); };
        void Local() { _ = _outbox.PostAsync("z"); }
        Local();
        twice();
        await Task.Yield();
    }
}
