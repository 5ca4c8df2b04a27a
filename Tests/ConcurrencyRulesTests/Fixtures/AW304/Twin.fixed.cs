// summary: A method of the sources has a twin that waits
// fix: Call the asynchronous method
using System;
using System.Threading.Tasks;

public class Gate
{
    public void Run(string name, Action action) => action();
    public Task RunAsync(string name, Func<Task> action) => action();
    public void Open(Action action) => action();
    public Task OpenAsync(Action action) => Task.Run(action);
}

public class Uses
{
    public async Task InAsyncCode(Gate gate)
    {
        await gate.RunAsync("a", async () => await Task.Yield());
        await Task.Yield();
    }

    public async Task InTaskReturningCode(Gate gate)
    {
        await gate.RunAsync("b", async () => await Task.Yield());
    }

    public void NoTwin(Gate gate)
    {
        gate.Open(async () => await Task.Yield());
    }
}
