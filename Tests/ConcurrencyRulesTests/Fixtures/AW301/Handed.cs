// summary: A name alone does not say that a task is looked after
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public static class TaskExtras
{
    public static Task Forget(this Task task) => task;
    public static ValueTask NoAwait(this ValueTask task) => task;

    extension(Task task)
    {
        public Task ReportFailures()
        {
            task.ContinueWith(t => Console.WriteLine(t.Exception), TaskContinuationOptions.OnlyOnFaulted);
            return task;
        }

        public Task Itself() => task;
    }

    public static T Watch<T>(this T task) where T : Task
    {
        Watched.Add(task);
        return task;
    }

    private static readonly List<Task> Watched = new();
}

public class Cache
{
    public Task Forget(string key) => Task.Delay(1);
    public Task FillAsync() => Task.Delay(1);
    public ValueTask TrimAsync() => default;
}

public class Board
{
    private readonly List<Task> _tasks = new();

    public Task Keep(int priority, Task task)
    {
        _tasks.Insert(priority, task);
        return task;
    }

    public Task Replace(Task task) => _tasks.Count > 0 ? _tasks[0] : task;
    public Task Wait(Task task) => task;

    public void Use(Cache cache, Task mine)
    {
        Keep(1, mine); // ok: gives back what the caller has
        Wait(mine); // ok: gives back what the caller has
        Replace(mine);
      //^^^^^^^ AW301
        Keep(1, cache.FillAsync());
      //^^^^ AW301
    }
}

public class Uses
{
    public void Run(Cache cache)
    {
        cache.Forget("a");
        //    ^^^^^^ AW301
        cache.FillAsync().Forget(); // ok: made to be dropped
        cache.TrimAsync().NoAwait(); // ok: made to be dropped
        cache.FillAsync().ReportFailures(); // ok: looked after
        cache.FillAsync().Watch(); // ok: looked after
        cache.FillAsync().Itself();
        //                ^^^^^^ AW301
    }
}
