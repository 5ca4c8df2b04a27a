// summary: Without its only await the method needs no task any more
// fix: Call directly and make synchronous and rename
using System.Threading.Tasks;

public class Parser
{
    public static int Parse(string path) => path.Length;

    public async Task<int> LoadAsync(string path)
    {
        int size = await Task.Run(() => Parse(path));
        //               ^^^^^^^^ AW102
        return size + 1;
    }

    public async Task<string> Describe(string path)
    {
        return "size: " + await LoadAsync(path).ConfigureAwait(false);
    }

    public Task<int> Forward(string path) => LoadAsync(path);
}
