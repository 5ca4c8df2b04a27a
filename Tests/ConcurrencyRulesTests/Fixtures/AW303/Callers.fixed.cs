// summary: The callers await what was dropped
// fix: Return Task and await it in its callers
using System;
using System.Threading.Tasks;

public class Loader
{
    private async Task Load()
    {
        await Task.Yield();
    }

    public async Task StartAsync()
    {
        await Load();
        await Task.Yield();
    }

    public async Task BeginAsync()
    {
        await Load();
    }
}
