// summary: SuppressMessage on a declaration around, or for a target
// rules: AW101, AW102, AW103, AW104
using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;

[assembly: SuppressMessage("Offloading", "AW102:async-over-sync", Scope = "member", Target = "~M:Uses.ByTarget(Client)~System.Threading.Tasks.Task{System.Int32}")]
[assembly: SuppressMessage("Offloading", "AW101", Scope = "type", Target = "~T:Wholly", Justification = "legacy")]

public class Client { public Task<int> LoadAsync() => Task.FromResult(1); public int Load() => 1; }

public class Uses
{
    [SuppressMessage("Anything", "AW101")]
    async Task<int> Member(Client client) => await Task.Run(() => client.LoadAsync()); // ok: on the member

    [SuppressMessage("Offloading", "AW101:redundant-task-run", Justification = "measured")]
    async Task<int> WithName(Client client)
    {
        int second = await Task.Run(() => client.Load());
        //                 ^^^^^^^^ AW102
        return second + await Task.Run(() => client.LoadAsync()); // ok: on the member
    }

    async Task<int> Other(Client client) => await Task.Run(() => client.LoadAsync());
    //                                            ^^^^^^^^ AW101

    async Task<int> Local(Client client)
    {
        [SuppressMessage("Offloading", "AW101")]
        async Task<int> Inner() => await Task.Run(() => client.LoadAsync()); // ok: on the local function
        return await Inner() + await Task.Run(() => client.LoadAsync());
        //                           ^^^^^^^^ AW101
    }
}

[SuppressMessage("Offloading", "AW101")]
public class Annotated
{
    async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync()); // ok: on the type
}

public class Wholly
{
    async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync()); // ok: by its target
}
