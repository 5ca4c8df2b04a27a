// summary: Forwarding overloads and lambdas by option
// config: dotnet_diagnostic.AW313.severity = suggestion
// config: awaitwise.AW313.overload_forwarding = false
// config: awaitwise.AW313.lambdas = true
using System;
using System.Threading.Tasks;

public class Wished
{
    public async Task<int> LoadAsync(string key) { await Task.Yield(); return key.Length; }
    public Task<int> LoadAsync() => LoadAsync("");
    //                              ^^^^^^^^^^^^^ AW313

    public void Run() => Apply(key => LoadAsync(key));
    //                                ^^^^^^^^^^^^^^ AW313

    private void Apply(Func<string, Task<int>> load) { }
}
