// summary: Each await that can go is shown
// config: dotnet_diagnostic.AW312.severity = suggestion
using System.Threading.Tasks;

public class Store
{
    private Task SaveAsync(string key) => Task.Delay(1);

    public async Task EitherAsync(bool first)
    //     ^^^^^ AW312
    {
        if (first) await SaveAsync("a");
        //         ~~~~~ AW312 "this await can be dropped"
        else await SaveAsync("b");
        //   ~~~~~ AW312
    }
}
