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
        using (await gate.EnterAsync())
        using (var held = await gate.EnterAsync())
        {
            Work();
        }
        await gate.WaitAsync();
    }

    public async Task DeclarationAsync(Gate gate)
    {
        using var held = await gate.EnterAsync();
        await gate.WaitAsync();
    }

    public async Task AsyncDisposableAsync(Gate gate)
    {
        await using var connection = await gate.OpenAsync();
        await using (await gate.OpenAsync())
        {
            await gate.WaitAsync();
        }
    }

    public async Task LiftedAsync(Gate gate)
    {
        using (await gate.EnterAsync())
        {
            Work();
        }
        await gate.WaitAsync();
    }

    public async Task AwaitedOnceAsync(Task<Task<Held>> nested)
    {
        using (await await nested)
        {
            Work();
        }
    }

    public async Task ParenthesizedAsync(Gate gate, bool first)
    {
        using ((await (first ? gate.EnterAsync() : Task.FromResult(new Held()))))
        {
            await gate.WaitAsync();
        }
    }
}
