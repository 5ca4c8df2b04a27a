// summary: One lambda, one finding
// rules: AW304, AW303
using System.Collections.Generic;
using System.Threading.Tasks;

public class Runner
{
    public async Task RunAsync(List<int> list)
    {
        list.ForEach(async number => await Task.Delay(number));
        //           ^^^^^ AW305
        await Task.Yield();
    }
}
