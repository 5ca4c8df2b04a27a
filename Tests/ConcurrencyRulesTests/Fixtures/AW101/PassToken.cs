// summary: The offload's token goes to the call
// fix: Remove Task.Run and pass the token
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    public static Task<int> LoadAsync(string key, CancellationToken token = default) => Task.FromResult(1);

    public async Task<int> UseAsync(CancellationToken stop)
    {
        return await Task.Run(() => LoadAsync("a"), stop);
        //           ^^^^^^^^ AW101
    }
}
