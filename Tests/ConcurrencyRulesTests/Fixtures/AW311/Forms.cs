// summary: The task, not what it produces, is the resource
using System;
using System.Threading;
using System.Threading.Tasks;

public sealed class Held : IDisposable
{
    public void Dispose() { }
}

public sealed class Connection : IAsyncDisposable
{
    public ValueTask DisposeAsync() => default;
}

public class Gate
{
    public Task<Held> EnterAsync() => Task.FromResult(new Held());
    public Task<Connection> OpenAsync() => Task.FromResult(new Connection());
    public Task WaitAsync() => Task.CompletedTask;
    public Task<int> CountAsync() => Task.FromResult(1);
}

public class Uses
{
    private void Work() { }

    public async Task StatementAsync(Gate gate)
    {
        using (gate.EnterAsync())
        //     ^^^^^^^^^^^^^^^^^ AW311 error "This using disposes the task itself, not the 'Held' it produces. Await the task."
        using (var held = gate.EnterAsync())
        //                ^^^^^^^^^^^^^^^^^ AW311 error
        {
            Work();
        }
        await gate.WaitAsync();
    }

    public async Task DeclarationAsync(Gate gate)
    {
        using var held = gate.EnterAsync();
        //               ^^^^^^^^^^^^^^^^^ AW311
        await gate.WaitAsync();
    }

    public async Task AsyncDisposableAsync(Gate gate)
    {
        using var connection = gate.OpenAsync();
        //                     ^^^^^^^^^^^^^^^^ AW311 "not the 'Connection' it produces"
        using (gate.OpenAsync())
        //     ^^^^^^^^^^^^^^^^ AW311
        {
            await gate.WaitAsync();
        }
    }

    public Task LiftedAsync(Gate gate)
    {
        using (gate.EnterAsync())
        //     ^^^^^^^^^^^^^^^^^ AW311
        {
            Work();
        }
        return gate.WaitAsync();
    }

    public async Task AwaitedOnceAsync(Task<Task<Held>> nested)
    {
        using (await nested)
        //     ^^^^^^^^^^^^ AW311
        {
            Work();
        }
    }

    public async Task ParenthesizedAsync(Gate gate, bool first)
    {
        using ((first ? gate.EnterAsync() : Task.FromResult(new Held())))
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW311
        {
            await gate.WaitAsync();
        }
    }
}
