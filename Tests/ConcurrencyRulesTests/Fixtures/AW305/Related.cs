// summary: The loop that does not wait is shown
using System.Collections.Generic;
using System.Threading.Tasks;

public class Runner
{
    public void Run(List<int> list)
    {
        list.ForEach(async number => await Task.Delay(number));
        //           ^^^^^ AW305
        //   ~~~~~~~ AW305 "does not wait"
    }
}
