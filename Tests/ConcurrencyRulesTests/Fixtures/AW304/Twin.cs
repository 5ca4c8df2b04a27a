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
        gate.Run("a", async () => await Task.Yield());
        //            ^^^^^ AW304 "because 'action' of 'Run' returns nothing: its end cannot be awaited and its exceptions end the process. Use RunAsync."
        await Task.Yield();
    }

    public Task InTaskReturningCode(Gate gate)
    {
        gate.Run("b", async () => await Task.Yield());
        //            ^^^^^ AW304
        return Task.CompletedTask;
    }

    public void NoTwin(Gate gate)
    {
        gate.Open(async () => await Task.Yield());
        //        ^^^^^ AW304 "its exceptions end the process."
    }
}
