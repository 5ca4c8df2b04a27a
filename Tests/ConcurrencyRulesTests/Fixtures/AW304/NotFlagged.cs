// summary: Handlers of events, delegates that return tasks, and lambdas without await
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public class Button
{
    public event EventHandler? Click;
    public event Action<string>? Renamed;
    public void On(EventHandler handler) { }
    public void OnText(string name, EventHandler<ProgressEventArgs> handler) { }
    public void Raise() { Click?.Invoke(this, EventArgs.Empty); Renamed?.Invoke(""); }
}

public class ProgressEventArgs : EventArgs { }

public class Runner
{
    public void Run(Action action) { }
    public Task Run(Func<Task> action) => action();
    public void Each(Func<int, Task> action) { }
    public T Make<T>(Func<T> make) => make();
}

public class Quiet
{
    public void Events(Button button)
    {
        button.Click += async (sender, e) => await Task.Yield(); // ok: an event
        button.Click -= async (sender, e) => await Task.Yield(); // ok: an event
        button.Click += async delegate { await Task.Yield(); }; // ok: an event
        button.Click += new EventHandler(async (sender, e) => await Task.Yield()); // ok: an event
        button.Renamed += async name => await Task.Yield(); // ok: an event
        button.On(async (sender, e) => await Task.Yield()); // ok: a handler by its shape
        button.OnText("a", handler: async (sender, e) => await Task.Yield()); // ok: a handler by its shape
    }

    public async Task TasksAsync(Runner runner, List<int> numbers)
    {
        Func<Task> later = async () => await Task.Yield(); // ok: returns a task
        Func<int, ValueTask> counted = async number => await Task.Yield(); // ok: returns a task
        runner.Run(async () => await Task.Yield()).Wait(); // ok: the overload that takes a task
        runner.Each(async number => await Task.Yield()); // ok: returns a task
        var task = runner.Make(async () => await Task.Yield()); // ok: returns a task
        await Task.Run(async () => await Task.Yield()); // ok: returns a task
        await Task.WhenAll(numbers.Select(async number => await Task.Delay(number))); // ok: returns a task
        await Parallel.ForEachAsync(numbers, async (number, token) => await Task.Delay(number, token)); // ok: returns a task
        Func<Task<int>> value = async () => { await Task.Yield(); return 1; }; // ok: returns a task
        await later();
        await counted(await value());
        await task;
    }

    public void Timers()
    {
        using var timer = new Timer(async _ => await Task.Yield()); // ok: AW906 has it
        using var second = new Timer(async state => await Task.Yield(), null, 0, 1000); // ok: AW906 has it
        TimerCallback callback = async _ => await Task.Yield();
        //                       ^^^^^ AW304
        using var third = TimeProvider.System.CreateTimer(async _ => await Task.Yield(), null, TimeSpan.Zero, TimeSpan.Zero); // ok: AW906 has it
    }

    public void NoAwait(Runner runner)
    {
        Action later = async () => { }; // ok: AW306 has it
        Action thrown = async () => throw new InvalidOperationException(); // ok: AW306 has it
        Action sync = () => Task.Yield(); // ok: not async
    }

    public void Loops(List<int> numbers)
    {
        numbers.ForEach(async number => await Task.Delay(number)); // ok: AW305 has it
        Parallel.ForEach(numbers, async number => await Task.Delay(number)); // ok: AW305 has it
    }

    public Func<Task> Returned() => async () => await Task.Yield(); // ok: returns a task
}
