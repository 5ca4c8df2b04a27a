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
        Array.ForEach(array, async id => await LoadAsync(id));
        //                   ^^^^^ AW305 "'Array.ForEach' returns before"
        fixedList.ForEach(async (int number) => await LoadAsync(number));
        //                ^^^^^ AW305
        any.ForEach(async number => await LoadAsync(number));
        //          ^^^^^ AW305
        array.Iterate(async delegate (int number) { await LoadAsync(number); });
        //            ^^^^^ AW305
        if (id > 1) list.ForEach(async number => await LoadAsync(number));
        //                       ^^^^^ AW305
        list.ForEach(async number =>
        //           ^^^^^ AW305
        {
            // only some
            if (number > 3)
            {
                return;
            }
            switch (number)
            {
                case 1: return;
            }
            await LoadAsync(number);
        });
        Console.WriteLine(id);
    }

    public Task LiftedAsync(List<int> list)
    {
        list.ForEach(async number => await LoadAsync(number));
        //           ^^^^^ AW305
        return Task.CompletedTask;
    }
}
