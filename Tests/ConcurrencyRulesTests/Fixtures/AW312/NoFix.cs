// summary: An early return would need a task of its own
// config: dotnet_diagnostic.AW312.severity = warning
using System.Threading.Tasks;

public class Early
{
    private Task SaveAsync(string key) => Task.Delay(1);

    public async Task TrySaveAsync(string key)
    //     ^^^^^ AW312 warning
    {
        if (key == "") return;
        await SaveAsync(key);
    }
}
