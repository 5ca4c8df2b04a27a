// summary: Complete tasks, mentions, and what other rules speak about
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public class Complete
{
    private readonly Task<int> _cached = Task.FromResult(1);

    int Try(Task<int> task)
    {
        if (!task.IsCompletedSuccessfully) return -1;
        return task.Result; // ok: tested
    }

    int Status(Task<int> task) => task.Status == TaskStatus.RanToCompletion ? task.Result : 0; // ok: tested

    int Either(Task<int> a, Task<int> b, bool first)
    {
        if (!a.IsCompleted || !b.IsCompleted) return 0;
        return (first ? a : b).Result; // ok: both are complete
    }

    int Cached() => _cached.Result; // ok: complete from the start

    int Timed(Task<int> task, TimeSpan limit)
    {
        if (!task.Wait(0)) return 0; // ok: no time to wait
        return task.Result; // ok: the wait said that it is complete
    }

    void Continue(Task<int> task) => task.ContinueWith(t => Console.WriteLine(t.Result)); // ok: the antecedent

    void ContinueBy(Task<int> task) => task.ContinueWith(Done);

    private void Done(Task<int> task) => Console.WriteLine(task.Result); // ok: only ever a continuation

    string What() => nameof(Task<int>.Result); // ok: a name

    Action Group(Task task) => task.Wait; // ok: a method group

    int Other(Answer answer) => answer.Result + answer.GetAwaiter().GetResult(); // ok: no tasks

    void Offloaded() => Task.Run(() => Work()).Wait(); // ok: another rule speaks about it

    Complete() { _cached.Wait(); Load().Wait(); } // ok: another rule speaks about it

    Lazy<int> _lazy = new(() => Number().Result); // ok: likewise

    async Task Async() { await Task.Yield(); }

    Task Load() => Async();
    static Task<int> Number() => Task.FromResult(1);
    void Work() { }
}

public class Answer
{
    public int Result => 1;
    public Answer GetAwaiter() => this;
    public int GetResult() => 1;
}
