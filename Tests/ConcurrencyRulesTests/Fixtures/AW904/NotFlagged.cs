// summary: Completion sources that are as they should be
using System;
using System.Threading.Tasks;

public class Answers
{
    private const TaskCreationOptions Asynchronously = TaskCreationOptions.RunContinuationsAsynchronously;
    private readonly TaskCompletionSource _a = new(TaskCreationOptions.RunContinuationsAsynchronously); // ok: has it
    private readonly TaskCompletionSource _b = new(Asynchronously); // ok: by a constant
    private readonly TaskCompletionSource<int> _c = new("state", Asynchronously | TaskCreationOptions.DenyChildAttach); // ok: among others
    private readonly TaskCompletionSource<int> _d = new((TaskCreationOptions)64); // ok: by its number

    TaskCompletionSource Make(TaskCreationOptions options) => new TaskCompletionSource(options); // ok: the caller's choice

    Task Done()
    {
        var done = new TaskCompletionSource(); // ok: complete before anybody can wait
        done.SetResult();
        return done.Task;
    }

    Task<int> Failed(Exception reason)
    {
        var failed = new TaskCompletionSource<int>(); // ok: likewise
        failed.TrySetException(reason);
        return failed.Task;
    }

    Own.TaskCompletionSource Lookalike() => new Own.TaskCompletionSource(); // ok: another type

    Exception Other() => new InvalidOperationException("TaskCompletionSource"); // ok: no source

    TaskCompletionSource<int> WrongEnumeration() => new TaskCompletionSource<int>(TaskContinuationOptions.None); // ok: another mistake

    Action Later() => () => _a.TrySetResult(); // ok: no creation
}

public class Named : TaskCompletionSource<string>
{
    public Named() : base(TaskCreationOptions.RunContinuationsAsynchronously) { } // ok: has it
}

namespace Own
{
    public class TaskCompletionSource { }
}
