// summary: With a synchronization context the message says so
// project: ui
using System.Threading.Tasks;

public class View
{
    async Task<int> Load(Task<int> task, Task other)
    {
        int first = task.Result;
        //               ^^^^^^ AW201 warning "'Result' can deadlock with the current synchronization context"
        try
        {
            other.Wait();
            //    ^^^^ AW201
        }
        catch (System.AggregateException)
        {
        }
        await Task.Yield();
        return first;
    }
}
