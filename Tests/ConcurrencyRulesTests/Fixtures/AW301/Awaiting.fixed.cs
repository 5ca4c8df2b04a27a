// summary: A function that returns a task already can await
// fix: Await
using System;
using System.Threading.Tasks;

public class Cache
{
    public Task FillAsync() => Task.CompletedTask;
    public Cache? Next => null;

    public async Task ResetAsync(bool again)
    {
        await FillAsync();
        if (again)
        {
            await FillAsync();
            return;
        }
    }

    public async Task<int> CountAsync()
    {
        if (Next != null)
        {
            await Next.FillAsync();
        }
        FillAsync().ConfigureAwait(true);
        return 3;
    }

    public Func<Task> Later() => async () =>
    {
        await FillAsync();
    };

    public async Task LocalsAsync()
    {
        await FillAsync(); // in the background
        await FillAsync();
    }

    public async Task AsyncLocalsAsync()
    {
        await FillAsync();
        await Task.Yield();
    }
}
