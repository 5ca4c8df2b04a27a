// summary: A comment on the line, or alone on the line above
// rules: AW101, AW102, AW103, AW104
using System.Threading.Tasks;

public class Client { public Task<int> LoadAsync() => Task.FromResult(1); public int Load() => 1; }

public class Uses
{
    async Task<int> One(Client client)
    {
        // awaitwise-ignore AW101: the client blocks before its first await
        int first = await Task.Run(() => client.LoadAsync());
        int second = await Task.Run(() => client.LoadAsync()); // awaitwise-ignore AW101: as above
        int third = await Task.Run(() => client.LoadAsync()); /* awaitwise-ignore AW102, AW101: as above */
        // awaitwise-ignore AW102: another rule
        int fourth = await Task.Run(() => client.LoadAsync());
        //                 ^^^^^^^^ AW101
        int fifth = await Task.Run(() => client.Load()); // awaitwise-ignore AW101: another rule
        //                ^^^^^^^^ AW102

        // awaitwise-ignore AW101: a line lies between

        int sixth = await Task.Run(() => client.LoadAsync());
        //                ^^^^^^^^ AW101
        // awaitwise-ignore
        int seventh = await Task.Run(() => client.LoadAsync());
        //                  ^^^^^^^^ AW101
        int eighth = 8; // awaitwise-ignore AW101: behind other code it is about its own line only
        int ninth = await Task.Run(() => client.LoadAsync());
        //                ^^^^^^^^ AW101
        // awaitwise-ignore AW101
        int tenth = await Task.Run(() => client.LoadAsync()); // ok: silenced although no reason is given
        return first + second + third + fourth + fifth + sixth + seventh + eighth + ninth + tenth;
    }
}
