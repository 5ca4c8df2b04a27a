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
        await Task.WhenAll(list.Select(async number => await LoadAsync(number)));
        await Task.WhenAll(array.Select(async number => { await LoadAsync(number); }));
        await Task.Yield();
    }
}
