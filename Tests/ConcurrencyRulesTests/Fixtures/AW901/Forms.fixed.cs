// summary: Combinators over one task
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using static System.Threading.Tasks.Task;

public class Runner
{
    async Task AwaitAsync(Task only, Task<int> number)
    {
        await only;
        await only.ConfigureAwait(false);
        await number;
        int[] numbers = new[] { await number };
        await only;
        await only;
        await only;
        await StepAsync() /* the first */;
        await (only ?? number);
    }

    void Wait(Task only)
    {
        only.Wait();
        Task all = only;
        Use(all);
    }

    Task ReturnAsync(Task only) => only;

    Task StepAsync() => Task.CompletedTask;

    void Use(Task task) { }
}
