// summary: Completion sources without the option
using System;
using System.Threading.Tasks;

public class Answers
{
    private readonly TaskCompletionSource<int> _field = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _later;

    Task<int> NextAsync(Feed feed)
    {
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        feed.Next += value => source.TrySetResult(value);
        return source.Task;
    }

    void Renew()
    {
        _later = new System.Threading.Tasks.TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Use(new TaskCompletionSource<int>("state", TaskCreationOptions.RunContinuationsAsynchronously));
        Use(new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously));
        Use(new TaskCompletionSource<int>("state", TaskCreationOptions.RunContinuationsAsynchronously));
        Use(new TaskCompletionSource<int>(TaskCreationOptions.AttachedToParent | TaskCreationOptions.DenyChildAttach | TaskCreationOptions.RunContinuationsAsynchronously));
        Use(new TaskCompletionSource<int>(state: null, creationOptions: TaskCreationOptions.RunContinuationsAsynchronously));
    }

    void Use(TaskCompletionSource<int> source) { }
}

public class Named : TaskCompletionSource<string>
{
    public Named() : base("named", TaskCreationOptions.RunContinuationsAsynchronously) { }
}

public class Feed
{
    public event Action<int> Next;
}
