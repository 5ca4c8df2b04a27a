// summary: Combinators over one task
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using static System.Threading.Tasks.Task;

public class Runner
{
    async Task AwaitAsync(Task only, Task<int> number)
    {
        await Task.WhenAll(only);
        //         ^^^^^^^ AW901 suggestion "'Task.WhenAll' is given a single task. Await the task itself."
        await Task.WhenAll(only).ConfigureAwait(false);
        //         ^^^^^^^ AW901
        await Task.WhenAll(number);
        //         ^^^^^^^ AW901
        int[] numbers = await Task.WhenAll(number);
        //                         ^^^^^^^ AW901
        await Task.WhenAll(new[] { only });
        //         ^^^^^^^ AW901
        await Task.WhenAll(new Task[] { only });
        //         ^^^^^^^ AW901
        await Task.WhenAll([only]);
        //         ^^^^^^^ AW901
        await WhenAll(StepAsync() /* the first */);
        //    ^^^^^^^ AW901
        await Task.WhenAll(only ?? number);
        //         ^^^^^^^ AW901
    }

    void Wait(Task only)
    {
        Task.WaitAll(only);
        //   ^^^^^^^ AW901 "'Task.WaitAll' is given a single task. Wait for the task itself."
        Task all = Task.WhenAll(new[] { only });
        //              ^^^^^^^ AW901
        Use(all);
    }

    Task ReturnAsync(Task only) => Task.WhenAll(only);
    //                                  ^^^^^^^ AW901

    Task StepAsync() => Task.CompletedTask;

    void Use(Task task) { }
}
