// summary: A method with two callers
// config: awaitwise.AW501.scope = never
using System.Threading.Tasks;

public class Store
{
    private static Task<int> LoadAsync() => Task.FromResult(1);

    private int Load() => LoadAsync().Result;
    //                                ^^^^^^ AW202

    public async Task<int> FirstAsync()
    {
        await Task.Yield();
        return Load();
    }

    public async Task<int> SecondAsync()
    {
        await Task.Yield();
        return Load();
    }
}
