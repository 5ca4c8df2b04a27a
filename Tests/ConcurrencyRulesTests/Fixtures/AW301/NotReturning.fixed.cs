// summary: Where the task can't simply be returned
// fix: Return the task
using System;
using System.IO;
using System.Threading.Tasks;

public class Cache
{
    public Task FillAsync() => Task.CompletedTask;
    public ValueTask TrimAsync() => default;

    public Task OtherTypeAsync()
    {
        TrimAsync();
        return Task.CompletedTask;
    }

    public Task<int> WithResultAsync()
    {
        FillAsync();
        return Task.FromResult(1);
    }

    public Task ResourceAsync(Stream stream)
    {
        using var copy = stream;
        FillAsync();
        return Task.CompletedTask;
    }

    public Task NestedAsync(bool now)
    {
        if (now)
        {
            FillAsync();
        }
        return Task.CompletedTask;
    }

    public Task MaybeAsync(Cache? other)
    {
        other?.FillAsync();
        return Task.CompletedTask;
    }
}
