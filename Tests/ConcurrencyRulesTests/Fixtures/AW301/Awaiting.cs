// summary: A function that returns a task already can await
// fix: Await
using System;
using System.Threading.Tasks;

public class Cache
{
    public Task FillAsync() => Task.CompletedTask;
    public Cache? Next => null;

    public Task ResetAsync(bool again)
    {
        FillAsync();
      //^^^^^^^^^ AW301
        if (again)
        {
            return FillAsync();
        }
        return Task.CompletedTask;
    }

    public Task<int> CountAsync()
    {
        Next?.FillAsync();
        //    ^^^^^^^^^ AW301
        FillAsync().ConfigureAwait(true);
      //^^^^^^^^^ AW301
        return Task.FromResult(3);
    }

    public Func<Task> Later() => () =>
    {
        FillAsync();
      //^^^^^^^^^ AW301
        return Task.CompletedTask;
    };

    public Task LocalsAsync()
    {
        var filling = FillAsync(); // in the background
        //  ^^^^^^^ AW301
        Task typed = FillAsync();
        //   ^^^^^ AW301
        return Task.CompletedTask;
    }

    public async Task AsyncLocalsAsync()
    {
        var filling = FillAsync();
        //  ^^^^^^^ AW301
        await Task.Yield();
    }
}
