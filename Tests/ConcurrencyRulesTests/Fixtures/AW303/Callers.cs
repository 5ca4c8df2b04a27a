// summary: The callers await what was dropped
// fix: Return Task and await it in its callers
using System;
using System.Threading.Tasks;

public class Loader
{
    private async void Load()
    //                 ^^^^ AW303
    {
        await Task.Yield();
    }

    public async Task StartAsync()
    {
        Load();
        await Task.Yield();
    }

    public Task BeginAsync()
    {
        Load();
        return Task.CompletedTask;
    }
}
