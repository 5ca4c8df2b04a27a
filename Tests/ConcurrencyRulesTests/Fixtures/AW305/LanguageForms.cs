// summary: Casts, named arguments, extension members and local functions
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public static class Extensions
{
    extension<T>(IEnumerable<T> source)
    {
        public void ForEach(Action<T> action) { foreach (var item in source) action(item); }
    }

    public static void ForEachPair<K, V>(this Dictionary<K, V> source, Action<K, V> action) where K : notnull { }
}

public class Runner
{
    private static Task LoadAsync(int id) => Task.CompletedTask;

    public void Run(IEnumerable<int> ids, List<int>? list, Dictionary<string, int> map, bool first)
    {
        ids.ForEach(async id => await LoadAsync(id));
        //          ^^^^^ AW305
        list?.ForEach(async id => await LoadAsync(id));
        //            ^^^^^ AW305
        list!.ForEach(action: async id => await LoadAsync(id));
        //                    ^^^^^ AW305
        list!.ForEach((Action<int>)(async id => await LoadAsync(id)));
        //                          ^^^^^ AW305
        list!.ForEach(new Action<int>(async id => await LoadAsync(id)));
        //                            ^^^^^ AW305
        Parallel.ForEach(body: async id => await LoadAsync(id), source: ids);
        //                     ^^^^^ AW305
        Parallel.ForEach(Partitioner.Create(0, 10), async (range, state) => await LoadAsync(range.Item1));
        //                                          ^^^^^ AW305
        Parallel.For(0, 3, () => 0, (i, state, sum) => sum + i, async sum => await LoadAsync(sum));
        //                                                      ^^^^^ AW305
        Parallel.Invoke(new Action[] { () => { }, async () => await LoadAsync(1) }); // AW304 has it
        list!.ForEach(Fire);
        //            ^^^^ AW305
        list!.ForEach(this.FireToo);
        //                 ^^^^^^^ AW305
        map.ForEachPair(async (key, value) => await LoadAsync(value)); // ok: AW304 has it
        async void Fire(int id) => await LoadAsync(id);
    }

    private async void FireToo(int id) => await LoadAsync(id);
}
