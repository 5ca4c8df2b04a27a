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
      //^^^^^^^^^ AW301
        return Task.CompletedTask;
    }

    public Task<int> WithResultAsync()
    {
        FillAsync();
      //^^^^^^^^^ AW301
        return Task.FromResult(1);
    }

    public Task ResourceAsync(Stream stream)
    {
        using var copy = stream;
        FillAsync();
      //^^^^^^^^^ AW301
        return Task.CompletedTask;
    }

    public Task NestedAsync(bool now)
    {
        if (now)
        {
            FillAsync();
          //^^^^^^^^^ AW301
        }
        return Task.CompletedTask;
    }

    public Task MaybeAsync(Cache? other)
    {
        other?.FillAsync();
        //     ^^^^^^^^^ AW301
        return Task.CompletedTask;
    }
}
