// summary: Reported, but not repaired
using System.Threading.Tasks;

public class Runner
{
    async Task AwaitAsync(Task only, Task<int> number)
    {
        await Task.WhenAny(only);
        //         ^^^^^^^ AW901 "Await the task itself."
        Task.WaitAny(only);
        //   ^^^^^^^ AW901 "Wait for the task itself."
        Task<int[]> all = Task.WhenAll(number);
        //                     ^^^^^^^ AW901
        await all;
    }

    Task<int[]> ReturnAsync(Task<int> number) => Task.WhenAll(number);
    //                                                ^^^^^^^ AW901
}
