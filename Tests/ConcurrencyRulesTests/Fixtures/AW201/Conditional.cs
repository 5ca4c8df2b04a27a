// summary: A conditional wait gets a test of its own
// config: awaitwise.configure_await = none
using System.Threading.Tasks;

public class Waits
{
    private Task? _task;

    public async Task RunAsync(Task? given)
    {
        await Task.Yield();
        given?.Wait();
        //     ^^^^ AW201
        if (_task != given)
            _task?.Wait();
            //     ^^^^ AW201
        await Task.Run(() => _task?.Wait());
        //                          ^^^^ AW201
    }
}
