// summary: The parameter that wants nothing back is shown
using System;
using System.Threading.Tasks;

public class Scheduler
{
    public void RunAt(DateTime time, Action callback) { }
    //                               ~~~~~~~~~~~~~~~ AW304 "this parameter's delegate returns nothing"

    public void Start()
    {
        RunAt(DateTime.Now, async () => await Task.Yield());
        //                  ^^^^^ AW304
    }
}
