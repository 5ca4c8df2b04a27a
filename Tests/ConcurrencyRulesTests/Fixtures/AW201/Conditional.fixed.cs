// summary: A conditional wait gets a test of its own
// config: awaitwise.configure_await = none
using System.Threading.Tasks;

public class Waits
{
    private Task? _task;

    public async Task RunAsync(Task? given)
    {
        await Task.Yield();
        if (given != null)
        {
            await given;
        }
        if (_task != given)
            if (_task != null)
            {
                await _task;
            }
        await Task.Run(async () => { if (_task != null) { await _task; } });
    }
}
