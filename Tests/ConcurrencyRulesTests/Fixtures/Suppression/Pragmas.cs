// summary: Pragmas silence from their line to the matching restore
// rules: AW101, AW102, AW103, AW104
using System.Threading.Tasks;

public class Client { public Task<int> LoadAsync() => Task.FromResult(1); public int Load() => 1; }

public class Uses
{
    async Task<int> One(Client client)
    {
#pragma warning disable AW101
        int first = await Task.Run(() => client.LoadAsync()); // ok: disabled
        int second = await Task.Run(() => client.Load());
        //                 ^^^^^^^^ AW102
#pragma warning restore AW101
        return first + second + await Task.Run(() => client.LoadAsync());
        //                            ^^^^^^^^ AW101
    }

    async Task<int> Lists(Client client)
    {
#pragma warning disable CS0168, AW101, AW102 // both of ours
        int first = await Task.Run(() => client.LoadAsync()); // ok: disabled
        int second = await Task.Run(() => client.Load()); // ok: disabled
#pragma warning restore AW102
        int third = await Task.Run(() => client.LoadAsync()); // ok: still disabled
        int fourth = await Task.Run(() => client.Load());
        //                 ^^^^^^^^ AW102
#pragma warning restore AW101
        return first + second + third + fourth;
    }

    async Task<int> All(Client client)
    {
#pragma warning disable
        int first = await Task.Run(() => client.LoadAsync()); // ok: everything is disabled
#pragma warning restore AW102
        int second = await Task.Run(() => client.Load());
        //                 ^^^^^^^^ AW102
        int third = await Task.Run(() => client.LoadAsync()); // ok: everything but AW102 is disabled
#pragma warning restore
        return first + second + third + await Task.Run(() => client.LoadAsync());
        //                                    ^^^^^^^^ AW101
    }

    async Task<int> Inactive(Client client)
    {
#if NEVER
#pragma warning disable AW101
#endif
        return await Task.Run(() => client.LoadAsync());
        //           ^^^^^^^^ AW101
    }

    async Task<int> UpToTheEnd(Client client)
    {
#pragma warning disable aw101
        return await Task.Run(() => client.LoadAsync()); // ok: disabled to the end of the file
    }
}
