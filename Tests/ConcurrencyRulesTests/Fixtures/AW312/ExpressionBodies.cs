// summary: Only expression bodies
// config: dotnet_diagnostic.AW312.severity = suggestion
// config: awaitwise.AW312.shapes = expression_bodies
using System.Threading.Tasks;

public class Bodies
{
    private Task SaveAsync(string key) => Task.Delay(1);

    public async Task FirstAsync() => await SaveAsync("a");
    //     ^^^^^ AW312

    public async Task SecondAsync()
    {
        await SaveAsync("a"); // ok: a block
    }
}
