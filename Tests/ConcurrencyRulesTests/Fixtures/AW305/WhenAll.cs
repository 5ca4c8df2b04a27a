// summary: All iterations at once
// fix: Use Task.WhenAll
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Runner
{
    private Task LoadAsync(int id) => Task.CompletedTask;

    public async Task RunAsync(List<int> list, int[] array)
    {
        list.ForEach(async number => await LoadAsync(number));
        //           ^^^^^ AW305
        Array.ForEach(array, async number => { await LoadAsync(number); });
        //                   ^^^^^ AW305
        await Task.Yield();
    }
}
