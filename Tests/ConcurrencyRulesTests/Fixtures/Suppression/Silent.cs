// summary: silent and none switch a rule off; default means its own
// rules: AW101, AW102, AW103, AW104
// config: dotnet_diagnostic.AW101.severity = silent
// config: dotnet_diagnostic.aw102.severity = NONE
// config: dotnet_diagnostic.AW104.severity = default
using System.Threading.Tasks;

public class Client { public Task<int> LoadAsync() => Task.FromResult(1); public int Load() => 1; }

public class Uses
{
    async Task<int> One(Client client)
    {
        int first = await Task.Run(() => client.LoadAsync()); // ok: silent
        return first + await Task.Run(() => client.Load()); // ok: none
    }

    Task<int> Two(int n) => Task.Run(() => n + 1);
    //                      ^^^^^^^^^^^^^^^^^^^^^ AW104 suggestion
}
