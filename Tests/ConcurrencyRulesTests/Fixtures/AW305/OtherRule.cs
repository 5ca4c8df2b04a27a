// summary: What is no direct argument of the loop is AW304's
// rules: AW305, AW304
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Runner
{
    private static Task LoadAsync(int id) => Task.CompletedTask;

    public void Run(List<int> list, bool first)
    {
        list.ForEach((Action<int>)(async id => await LoadAsync(id)));
        //                         ^^^^^ AW305
        list.ForEach(first ? async id => await LoadAsync(id) : id => { });
        //                   ^^^^^ AW304
        Parallel.Invoke(new Action[] { async () => await LoadAsync(1) });
        //                             ^^^^^ AW304
    }
}
