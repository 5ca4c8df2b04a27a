// summary: Joined later, invocations among the arguments must be trivial, because they would run before the other work
using System.Threading.Tasks;

public class Client
{
    public Task<int> LoadAsync(string name) => Task.FromResult(1);
}

public class Later
{
    async Task<int> Near(Client client)
    {
        var task = Task.Run(() => client.LoadAsync(Name()));
        //         ^^^^^^^^ AW101
        return await task;
    }

    async Task<int> Far(Client client)
    {
        var task = Task.Run(() => client.LoadAsync(Name())); // ok: Name() runs beside Prepare()
        Prepare();
        return await task;
    }

    async Task<int> FarAndTrivial(Client client, string name)
    {
        var task = Task.Run(() => client.LoadAsync(name));
        //         ^^^^^^^^ AW101
        Prepare();
        return await task;
    }

    static string Name() => "a";
    static void Prepare() { }
}
