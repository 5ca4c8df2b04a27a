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
        return FillAsync(); // fills it again
    }

    public ValueTask ShrinkAsync()
    {
        return TrimAsync();
    }

    public ValueTask DefaultAsync()
    {
        return TrimAsync();
    }

    public Func<Task> Later() => () =>
    {
        return FillAsync();
    };
}
