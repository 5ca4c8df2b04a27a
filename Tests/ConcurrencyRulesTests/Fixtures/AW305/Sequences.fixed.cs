// summary: Sequences whose elements are visited by a delegate
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;

public static class Extensions
{
    public static void ForEach<T>(this IEnumerable<T> source, Action<T> action) { foreach (var item in source) action(item); }
    public static void Each<T>(this IEnumerable<T> source, Action<T, int> action) { }
    public static void Iterate<T>(this T[] source, Action<T> action) { }
}

public class Runner
{
    private Task LoadAsync(int id) => Task.CompletedTask;

    public async Task RunAsync(List<int> list, int[] array, ImmutableList<int> fixedList, IEnumerable<int> any, int id)
    {
        foreach (var id1 in array)
        {
            await LoadAsync(id1);
        }
        foreach (int number in fixedList)
        {
            await LoadAsync(number);
        }
        foreach (var number in any)
        {
            await LoadAsync(number);
        }
        foreach (int number in array) { await LoadAsync(number); }
        if (id > 1) foreach (var number in list) { await LoadAsync(number); }
        foreach (var number in list)
        {
            // only some
            if (number > 3)
            {
                continue;
            }
            switch (number)
            {
                case 1: continue;
            }
            await LoadAsync(number);
        }
        Console.WriteLine(id);
    }

    public async Task LiftedAsync(List<int> list)
    {
        foreach (var number in list)
        {
            await LoadAsync(number);
        }
    }
}
