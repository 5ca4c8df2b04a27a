// summary: The task's type must do where the offload's stood
using System.Threading.Tasks;

public class Special : Task<int> { public Special() : base(() => 1) { } }
public class Client
{
    public Task<int> LoadAsync() => Task.FromResult(1);
    public Special StartAsync() => new Special();
}

public class Typed
{
    async Task Declared(Client client)
    {
        Task plain = Task.Run(() => client.LoadAsync());
        //           ^^^^^^^^ AW101
        await plain;
        await Task.Run(() => client.StartAsync()); // ok: a nested task, its type is no plain task
    }

    async Task Overloaded(Client client)
    {
        await Log(Task.Run(() => client.LoadAsync())); // ok: passed to a method that may keep it
    }

    static Task Log(Task task) => task;
}
