// summary: Completion sources without the option
using System;
using System.Threading.Tasks;

public class Answers
{
    private readonly TaskCompletionSource<int> _field = new();
    //                                                  ^^^ AW904 "Whoever completes '_field' runs the continuations"
    private TaskCompletionSource _later;

    Task<int> NextAsync(Feed feed)
    {
        var source = new TaskCompletionSource<int>();
        //               ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904 suggestion "Whoever completes 'source' runs the continuations of its task on its own thread, inside its locks and callbacks. Create it with TaskCreationOptions.RunContinuationsAsynchronously."
        feed.Next += value => source.TrySetResult(value);
        return source.Task;
    }

    void Renew()
    {
        _later = new System.Threading.Tasks.TaskCompletionSource();
        //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW904 "'_later'"
        Use(new TaskCompletionSource<int>("state"));
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904 "'TaskCompletionSource<int>'"
        Use(new TaskCompletionSource<int>(TaskCreationOptions.None));
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904
        Use(new TaskCompletionSource<int>("state", TaskCreationOptions.None));
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904
        Use(new TaskCompletionSource<int>(TaskCreationOptions.AttachedToParent | TaskCreationOptions.DenyChildAttach));
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904
        Use(new TaskCompletionSource<int>(state: null));
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^ AW904
    }

    void Use(TaskCompletionSource<int> source) { }
}

public class Named : TaskCompletionSource<string>
{
    public Named() : base("named") { }
    //               ^^^^ AW904 "'Named'"
}

public class Feed
{
    public event Action<int> Next;
}
