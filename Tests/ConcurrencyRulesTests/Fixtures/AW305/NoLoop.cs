// summary: Bodies that can't be moved into a loop
// fix: Use a foreach loop
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public static class Extensions
{
    public static void Each<T>(this IEnumerable<T> source, Action<T, int> action) { }
}

public class Runner
{
    private readonly object _gate = new();
    private Task LoadAsync(int id) => Task.CompletedTask;

    public async Task RunAsync(List<int> list)
    {
        list.ForEach(async number =>
        //           ^^^^^ AW305
        {
            for (int i = 0; i < number; i++)
            {
                if (i == 3) return;
                await LoadAsync(i);
            }
        });
        list.Each(async (number, index) => await LoadAsync(index));
        //        ^^^^^ AW305
        lock (_gate)
        {
            list.ForEach(async number => await LoadAsync(number));
            //           ^^^^^ AW305
        }
        await Task.Yield();
    }

    public Runner(List<int> list)
    {
        list.ForEach(async number => await LoadAsync(number));
        //           ^^^^^ AW305
    }
}
