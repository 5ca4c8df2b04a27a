// summary: Tasks that are complete by the time they are read: tested, waited for together, held by the elements of a collection
// rules: AW202
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public class Client
{
    public Task<int> LoadAsync(int id) => Task.Delay(id).ContinueWith(_ => id);
}

public record Item(int Id, Task<int> Work);

public class Complete
{
    async Task TestsAsync(Task<int> a, Task<int> b, Task<int> c, Task<int> d, Task<int> e, Task<int> f, Task<int> g)
    {
        if (a is { IsCompletedSuccessfully: true }) Use(a.Result); // ok: tested by a pattern
        if (b.Status is TaskStatus.RanToCompletion) Use(b.Result); // ok: tested by a pattern
        switch (c.Status)
        {
            case TaskStatus.RanToCompletion: Use(c.Result); break; // ok: tested by a switch
        }
        while (!d.IsCompleted) await Task.Delay(1);
        Use(d.Result); // ok: the loop waited
        if (await Task.WhenAny(e, Task.Delay(10)) != e) throw new TimeoutException();
        Use(e.Result); // ok: the first one
        await ((Task)f).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Use(f.Result); // ok: awaited as a plain task
        if (g is not { IsCompleted: true }) return;
        Use(g.Result); // ok: left otherwise
    }

    async Task<int> RaceAsync(Task<int> a, Task<int> b, Task<int> c, Task<int> d)
    {
        Task done = await Task.WhenAny(a, Task.Delay(1));
        Use(((Task<int>)done).Result); // ok: the one that is complete
        var first = await Task.WhenAny(a, b);
        if (first == a) return a.Result; // ok: the first one
        Use(b.Result); // ok: the other one
        await c.WaitAsync(TimeSpan.FromSeconds(1));
        Use(c.Result); // ok: awaited with a limit
        await foreach (var task in Task.WhenEach(c, d)) Use(task.Result); // ok: each when it is complete
        return 0;
    }

    Task ContinuedWithState(Task<int> task) => task.ContinueWith((done, state) => Use(((Task<int>)done).Result), null); // ok: the antecedent

    void Spun(Task<int> task)
    {
        SpinWait.SpinUntil(() => task.IsCompleted);
        Use(task.Result); // ok: spun until it is complete
    }

    async Task TogetherAsync(Client client)
    {
        Task<int> first = client.LoadAsync(1), second = client.LoadAsync(2);
        Task both = Task.WhenAll(first, second);
        await both;
        Use(first.Result + second.Result); // ok: through a local
        var pair = (client.LoadAsync(1), client.LoadAsync(2));
        await Task.WhenAll(pair.Item1, pair.Item2);
        Use(pair.Item1.Result + pair.Item2.Result); // ok: parts of a tuple
    }

    async Task<Dictionary<int, int>> ByKeyAsync(IEnumerable<int> ids, Client client)
    {
        var tasks = ids.ToDictionary(id => id, id => client.LoadAsync(id));
        await Task.WhenAll(tasks.Values);
        foreach (var (id, task) in tasks) Use(task.Result + id); // ok: values of a dictionary
        foreach (var pair in tasks) Use(pair.Value.Result); // ok: values of a dictionary
        foreach (var task in tasks.Values) Use(task.Result); // ok: values of a dictionary
        Use(tasks[1].Result); // ok: a value of a dictionary
        Use(ids.Select(id => tasks[id].Result)); // ok: in a lambda that is made later
        return tasks.ToDictionary(pair => pair.Key, pair => pair.Value.Result); // ok: values of a dictionary
    }

    async Task<List<int>> AnonymousAsync(IEnumerable<int> ids, Client client)
    {
        var tasks = ids.Select(id => new { Id = id, Work = client.LoadAsync(id) }).ToList();
        await Task.WhenAll(tasks.Select(pair => pair.Work));
        foreach (var pair in tasks) Use(pair.Work.Result); // ok: members of the elements
        return tasks.OrderBy(pair => pair.Id).Select(pair => pair.Work.Result).ToList(); // ok: members of the elements
    }

    async Task<List<int>> TuplesAsync(IEnumerable<int> ids, Client client)
    {
        var tasks = ids.Select(id => (id, Work: client.LoadAsync(id))).ToArray();
        await Task.WhenAll(tasks.Select(pair => pair.Work));
        foreach (var (id, task) in tasks) Use(task.Result + id); // ok: parts of the elements
        Use(tasks[0].Work.Result); // ok: a part of an element
        return tasks.Select(pair => pair.Work.Result).ToList(); // ok: parts of the elements
    }

    async Task<int> RecordsAsync(List<Item> items)
    {
        await Task.WhenAll(items.Select(item => item.Work));
        foreach (var (id, work) in items) Use(work.Result + id); // ok: parts of the elements
        return (from item in items select item.Work.Result).Sum(); // ok: members of the elements
    }

    int Blocking(List<Task<int>> tasks)
    {
        Task.WaitAll(tasks.ToArray());
        //   ^^^^^^^ AW202
        return tasks.Sum(task => task.Result); // ok: all were waited for
    }

    async Task<int> JoinedAsync(IEnumerable<int> ids, Client client)
    {
        var tasks = ids.Select(client.LoadAsync).ToList();
        var all = Task.WhenAll(tasks);
        try
        {
            await all;
        }
        catch (Exception)
        {
            return tasks.Count(task => task.IsFaulted);
        }
        return tasks.Sum(task => task.Result); // ok: all were awaited
    }

    Task ContinuedAsync(Task<int> a, Task<int> b, List<Task<int>> tasks) => Task.WhenAll(
        Task.WhenAll(a, b).ContinueWith(_ => Use(a.Result + b.Result)), // ok: they go before
        a.ContinueWith(_ => Use(a.Result)), // ok: it goes before
        Task.WhenAll(tasks).ContinueWith(_ => Use(tasks.Sum(task => task.Result)))); // ok: they go before

    async Task ChangedAsync(IEnumerable<int> ids, Client client)
    {
        var tasks = ids.ToDictionary(id => id, id => client.LoadAsync(id));
        await Task.WhenAll(tasks.Values);
        tasks[5] = client.LoadAsync(5);
        foreach (var (id, task) in tasks) Use(task.Result + id);
        //                                         ^^^^^^ AW201
        var pairs = ids.Select(id => (id, Work: client.LoadAsync(id), Other: client.LoadAsync(id))).ToArray();
        await Task.WhenAll(pairs.Select(pair => pair.Work));
        foreach (var pair in pairs) Use(pair.Other.Result);
        //                                         ^^^^^^ AW201
        var waiting = Task.WhenAll(client.LoadAsync(1));
        await waiting;
        Task<int> later = client.LoadAsync(2);
        Use(later.Result);
        //        ^^^^^^ AW201
    }

    void Use(object value) { }
}
