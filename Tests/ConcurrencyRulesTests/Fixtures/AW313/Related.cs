// summary: The first return is reported, the others are shown with it
// config: dotnet_diagnostic.AW313.severity = suggestion
using System.Threading.Tasks;

public class Store
{
    private async Task SaveAsync(string key) => await Task.Delay(1);

    public Task EitherAsync(bool first)
    {
        if (first) return SaveAsync("a");
        //                ^^^^^^^^^^^^^^ AW313
        return SaveAsync("b");
        //     ~~~~~~~~~~~~~~ AW313 "also returned without await"
    }
}
