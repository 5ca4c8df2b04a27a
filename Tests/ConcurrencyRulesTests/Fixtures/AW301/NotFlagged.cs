// summary: Values that somebody looks at, work that is meant to run on, and what is no task
using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

public interface IStore
{
    Task SaveAsync();
    ValueTask<int> CountAsync();
    (int, int) Range();
}

public static class TaskExtras
{
    public static void Forget(this Task task) { }
    public static Task SafeFireAndForget(this Task task) => task;

    public static Task LogFailures(this Task task)
    {
        task.ContinueWith(t => Console.WriteLine(t.Exception), TaskContinuationOptions.OnlyOnFaulted);
        return task;
    }

    public static Task Same(this Task task) => task;

    public static TaskAwaiter GetAwaiter(this (int, int) pair) => Task.Delay(pair.Item1).GetAwaiter();
    public static TaskAwaiter GetAwaiter(this TimeSpan time) => Task.Delay(time).GetAwaiter();
}

public class Quiet
{
    private readonly IStore _store;
    private Task _running = Task.CompletedTask;
    private readonly List<Task> _tasks = new();

    public Quiet(IStore store) => _store = store;

    public Task Returned() => _store.SaveAsync(); // ok: returned
    public void Discarded() => _ = _store.SaveAsync(); // ok: discarded

    public void Taken()
    {
        _running = _store.SaveAsync(); // ok: assigned
        _running ??= _store.SaveAsync(); // ok: assigned
        _tasks.Add(_store.SaveAsync()); // ok: passed
        _store.SaveAsync().Wait(); // ok: waited for
        _store.SaveAsync().GetAwaiter().GetResult(); // ok: waited for
        _store.SaveAsync().GetAwaiter().OnCompleted(() => { }); // ok: received
        _store.SaveAsync().Forget(); // ok: received by something that returns nothing
        _store.SaveAsync().SafeFireAndForget(); // ok: made to be dropped
        _store.SaveAsync().LogFailures(); // ok: an extension that looks after its receiver
        _ = _store.CountAsync(); // ok: discarded
        Consume(_store.SaveAsync()); // ok: passed
    }

    public void Dropped()
    {
        _store.SaveAsync().Same();
        //                 ^^^^ AW301
    }

    public void Detached(CancellationToken token)
    {
        Task.Run(() => _store.SaveAsync()); // ok: visibly detached
        Task.Run(async () => await _store.SaveAsync(), token); // ok: visibly detached
        Task.Factory.StartNew(() => Consume(null)); // ok: visibly detached
        Task.Factory.StartNew(() => _store.SaveAsync()).Unwrap(); // ok: visibly detached
        Task.Run(() => 1).ContinueWith(t => t.Result + 1); // ok: a continuation
        _store.SaveAsync().ContinueWith(t => Console.WriteLine(t.Status)); // ok: a continuation
        Task.Run(() => 1).ConfigureAwait(false); // ok: visibly detached
    }

    public void NoTask(Func<int> number, dynamic anything, Action action)
    {
        _store.Range(); // ok: awaitable by an extension only
        TimeSpan.FromSeconds(1); // ok: awaitable by an extension only
        number(); // ok: no task
        action(); // ok: no task
        anything.SaveAsync(); // ok: dynamic
        Enumerable.Range(1, 3).ToList(); // ok: no task
    }

    public Func<Task> Delegate() => () => _store.SaveAsync(); // ok: the lambda returns it

    public void Lambdas(List<IStore> stores)
    {
        var tasks = stores.Select(store => store.SaveAsync()); // ok: the lambda returns it
        Task.WhenAll(tasks).Wait(); // ok: waited for
        Func<IStore, Task> save = store => store.SaveAsync(); // ok: the lambda returns it
        Expression<Action<IStore>> tree = store => store.SaveAsync(); // ok: never executed
        Console.WriteLine(nameof(IStore.SaveAsync)); // ok: a name
        Consume(save(stores[0])); // ok: passed
        Consume(tree);
    }

    public void Choice(bool now) => Consume(now ? _store.SaveAsync() : Task.CompletedTask); // ok: passed

    public async Task AsyncAsync()
    {
        _store.SaveAsync(); // ok: AW302 has it
        await Task.Yield();
    }

    private static void Consume(object? value) { }
}

namespace TestDoubles
{
    public static class SubstituteExtensions
    {
        public static T Received<T>(this T substitute, int calls = 1) => substitute;
        public static T DidNotReceive<T>(this T substitute) => substitute;
        public static object When<T>(this T substitute, Action<T> call) => substitute!;
    }

    public static class Received
    {
        public static void InOrder(Action calls) => calls();
    }

    public class Mock<T>
    {
        public void Verify(Expression<Func<T, Task>> call) { }
        public Mock<T> Setup(Expression<Action<T>> call) => this;
    }

    public class Verifications
    {
        public void Check(IStore store, Mock<IStore> mock)
        {
            store.Received(1).SaveAsync(); // ok: a verification
            store.Received().CountAsync(); // ok: a verification
            store.DidNotReceive().SaveAsync(); // ok: a verification
            store.When(s => s.SaveAsync()); // ok: the call that is prepared
            Received.InOrder(() => { store.SaveAsync(); store.CountAsync(); }); // ok: a verification
            mock.Verify(s => s.SaveAsync()); // ok: an expression tree
            mock.Setup(s => s.SaveAsync()); // ok: an expression tree
        }
    }
}
