// summary: APIs that take tasks, lambdas that await nothing, and other things called so
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public static class Extensions
{
    public static Task ForEach<T>(this IEnumerable<T> source, Func<T, Task> action) => Task.WhenAll(source.Select(action));
    public static void Each(this string text, Action<int> action) { }
}

public class Shape
{
    public void ForEach(Action<Shape> action) => action(this);
    public void Invoke(Action action) => action();
}

public class Quiet
{
    private Task LoadAsync(int id) => Task.CompletedTask;
    private async void Fire(int id) => await LoadAsync(id);

    public async Task RunAsync(IEnumerable<int> ids, List<int> list, Shape shape)
    {
        await Parallel.ForEachAsync(ids, async (id, token) => await LoadAsync(id)); // ok: takes a task
        await ids.ForEach(async id => await LoadAsync(id)); // ok: takes a task
        Parallel.ForEach(ids, id => LoadAsync(id).Wait()); // ok: not async
        Parallel.ForEach(ids, id => Console.WriteLine(id)); // ok: not async
        list.ForEach(async id => { Console.WriteLine(id); }); // ok: AW306 has it
        list.ForEach(id => _ = LoadAsync(id)); // ok: not async
        Parallel.Invoke(() => Console.WriteLine(1), () => Console.WriteLine(2)); // ok: not async
        shape.ForEach(async other => await LoadAsync(1)); // ok: AW304 has it, no loop over elements
        shape.Invoke(async () => await LoadAsync(1)); // ok: AW304 has it
        "text".Each(async number => await LoadAsync(number)); // ok: AW304 has it, no element of the text
        await Task.WhenAll(ids.Select(async id => await LoadAsync(id))); // ok: takes a task
        ids.ToList().ForEach(Console.WriteLine); // ok: not async
        foreach (var id in ids) { await LoadAsync(id); } // ok: a loop
        Fire(1); // ok: AW303 has it
    }
}
