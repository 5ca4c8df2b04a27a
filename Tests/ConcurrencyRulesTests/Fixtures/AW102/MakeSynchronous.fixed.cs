// summary: Without its only await the method needs no task any more
// fix: Call directly and make synchronous and rename
using System.Threading.Tasks;

public class Parser
{
    public static int Parse(string path) => path.Length;

    public int Load(string path)
    {
        int size = Parse(path);
        return size + 1;
    }

    public async Task<string> Describe(string path)
    {
        return "size: " + Load(path);
    }

    public Task<int> Forward(string path) => Task.FromResult(Load(path));
}
