// summary: Names, casts, elements, collection expressions; lists and generated members stay silent
using System.CodeDom.Compiler;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Runner
{
    async Task RunAsync(Task only, Task<int> number, ValueTask value, List<Task> list, Task[] array)
    {
        await Task.WhenAll(tasks: only);
        //         ^^^^^^^ AW901
        await Task.WhenAll(value.AsTask());
        //         ^^^^^^^ AW901
        await Task.WhenAll((Task)number);
        //         ^^^^^^^ AW901
        await Task.WhenAll(array[0]);
        //         ^^^^^^^ AW901
        await Task.WhenAny(new[] { number });
        //         ^^^^^^^ AW901
        await Task.WhenAll([number]);
        //         ^^^^^^^ AW901
        Task.WaitAll([only]);
        //   ^^^^^^^ AW901
        int first = (await Task.WhenAll(number))[0];
        //                      ^^^^^^^ AW901
        await Task.WhenAll(new List<Task> { only }); // ok: a list
        await Task.WhenAll((IEnumerable<Task>)list); // ok: a sequence
        Task.WaitAll([only], first); // ok: a time limit
    }

    [GeneratedCode("tool", "1")]
    async Task WrittenAsync(Task only) => await Task.WhenAll(only); // ok: a tool wrote it
}
