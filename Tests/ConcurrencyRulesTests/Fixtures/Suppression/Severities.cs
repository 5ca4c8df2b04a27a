// summary: A rule's own key wins over its category's, which wins over the one for all
// rules: AW101, AW102, AW103, AW104
// config: dotnet_analyzer_diagnostic.severity = none
// config: dotnet_analyzer_diagnostic.category-Offloading.severity = error
// config: dotnet_diagnostic.AW102.severity = suggestion
using System.Threading.Tasks;

public class Client { public Task<int> LoadAsync() => Task.FromResult(1); public int Load() => 1; }

public class Uses
{
    async Task<int> One(Client client)
    {
        int first = await Task.Run(() => client.LoadAsync());
        //                ^^^^^^^^ AW101 error
        return first + await Task.Run(() => client.Load());
        //                   ^^^^^^^^ AW102 suggestion
    }
}
