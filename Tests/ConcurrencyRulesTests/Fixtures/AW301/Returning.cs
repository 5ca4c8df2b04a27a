// summary: The task is returned in place of a completed one
// fix: Return the task
using System;
using System.Threading.Tasks;

public class Cache
{
    public Task<int> FillAsync() => Task.FromResult(1);
    public ValueTask TrimAsync() => default;

    public Task ResetAsync(int size)
    {
        Console.WriteLine(size);
        FillAsync(); // fills it again
      //^^^^^^^^^ AW301
        return Task.CompletedTask;
    }

    public ValueTask ShrinkAsync()
    {
        TrimAsync();
      //^^^^^^^^^ AW301
        return ValueTask.CompletedTask;
    }

    public ValueTask DefaultAsync()
    {
        TrimAsync();
      //^^^^^^^^^ AW301
        return default;
    }

    public Func<Task> Later() => () =>
    {
        FillAsync();
      //^^^^^^^^^ AW301
        return Task.CompletedTask;
    };
}
