// summary: Tasks that are complete, tests of a task, code that cannot await, mentions that wait for nothing
using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

public class Complete
{
    private Task<int>? _last;
    private readonly Task _done = Task.CompletedTask;

    async Task<int> Awaited(Task<int> task)
    {
        await task;
        return task.Result; // ok: awaited before
    }

    async Task<int[]> All(List<Task<int>> tasks, Task<int> extra)
    {
        await Task.WhenAll(tasks);
        if (extra.IsCompletedSuccessfully) Log(extra.Result); // ok: tested
        foreach (var task in tasks) Log(task.Result); // ok: all were awaited
        return tasks.Select(t => t.Result).ToArray(); // ok: all were awaited
    }

    async Task<List<int>> Query(Task<int>[] tasks)
    {
        await Task.WhenAll(tasks);
        return (from task in tasks where task.IsCompleted select task.Result).ToList(); // ok: all were awaited
    }

    async Task<int> Race(Task<int> a, Task<int> b)
    {
        var first = await Task.WhenAny(a, b);
        return first.Result; // ok: the one that is complete
    }

    async Task<int> Tested(Task<int> task)
    {
        await Task.Yield();
        if (!task.IsCompleted) return 0;
        return task.GetAwaiter().GetResult(); // ok: tested
    }

    async Task<int> TestedWithLimit(Task<int> task)
    {
        await Task.Yield();
        return task.IsCompleted ? task.Result : 0; // ok: tested
    }

    async Task<int> Property(Holder holder)
    {
        await Task.Yield();
        if (holder.Task.IsCompleted) return holder.Task.Result; // ok: tested
        return holder.Task.IsCompletedSuccessfully && holder.Task.Result > 1 ? 1 : 0; // ok: tested
    }

    Task Continue(Task<int> task) => task.ContinueWith(t => Log(t.Result)); // ok: the antecedent is complete

    async Task<int> Cached(int value)
    {
        await Task.Yield();
        if (_last != null && _last.Result == value) return value; // ok: holds complete tasks only
        _last = Task.FromResult(value);
        return value;
    }

    async Task Done()
    {
        _done.Wait(); // ok: complete from the start
        await Task.Yield();
    }

    async Task<bool> Peek(Task task)
    {
        await Task.Yield();
        return task.Wait(0) || task.Wait(TimeSpan.Zero); // ok: no time to wait
    }

    async Task Mentions(Task<int> task)
    {
        Action wait = task.Wait; // ok: a method group
        Log(nameof(task.Result).Length); // ok: a name
        Expression<Func<Task<int>, int>> read = t => t.Result; // ok: an expression tree
        await Task.Yield();
        Use(wait, read);
    }

    async Task Synchronous(List<Task<int>> tasks)
    {
        await Task.Yield();
        var names = tasks.Select(t => t.Result); // ok: the lambda can't be async, another rule speaks
        Func<int> read = () => tasks[0].Result; // ok: likewise
        lock (tasks)
        {
            Log(tasks[0].Result); // ok: no await in a lock
        }
        Log(names.Count() + read());
    }

    async Task<int> Both(Holder holder, bool async)
    {
        if (async) return await holder.Task;
        return holder.Task.GetAwaiter().GetResult(); // ok: the caller is synchronous
    }

    async Task<int> EitherWay(Holder holder, bool isSynchronous)
    {
        if (isSynchronous)
        {
            return holder.Task.Result; // ok: the caller is synchronous
        }
        return await holder.Task;
    }

    async Task<string> OtherResult(Answer answer)
    {
        await Task.Yield();
        answer.Wait(); // ok: no task
        return answer.Result; // ok: no task
    }

    int Sync(Task<int> task) => task.Result; // ok: synchronous code

    void Log(int value) { }
    void Use(Action action, Expression<Func<Task<int>, int>> read) { }
}

public class Holder
{
    public Task<int> Task { get; set; } = System.Threading.Tasks.Task.FromResult(1);
}

public class Answer
{
    public string Result => "";
    public void Wait() { }
}

public struct OwnAwaiter(Task<int> task) : INotifyCompletion
{
    public bool IsCompleted => task.IsCompleted;
    public int GetResult() => task.Result; // ok: an awaiter is asked when the task is complete
    public void OnCompleted(Action continuation) => task.GetAwaiter().OnCompleted(continuation);
}
