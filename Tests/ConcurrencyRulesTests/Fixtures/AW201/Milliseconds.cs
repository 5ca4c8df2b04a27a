// summary: A timeout in milliseconds becomes a time span, whose type is imported
// language: 9
// fix: Await 'WaitAsync' (throws TimeoutException when the time is up)
using System.Threading.Tasks;

public class Waits
{
    public async Task RunAsync(Task task)
    {
        await Task.Yield();
        task.Wait(100);
        //   ^^^^ AW201
    }
}
