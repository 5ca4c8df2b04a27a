// summary: Test code is judged more mildly, and is left alone where it tests the pool itself
// rules: AW101, AW102, AW103, AW104
// config: awaitwise.project_kind = test
using System.Threading.Tasks;

public class Client { public Task<int> LoadAsync() => Task.FromResult(1); public int Load() => 1; }

public class ClientTests
{
    async Task<int> Loads(Client client) => await Task.Run(() => client.LoadAsync());
    //                                            ^^^^^^^^ AW101 suggestion

    async Task<int> One(Client client) => await Task.Run(() => client.Load());
    //                                          ^^^^^^^^ AW102 suggestion

    async Task Races(Client client)
    {
        await Task.Run(() => client.Load()); // ok: beside another offload
        await Task.Run(() => client.Load()); // ok: beside another offload
    }
}
