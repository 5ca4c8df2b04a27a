// summary: With a synchronization context leaving the thread may be the point
// config: awaitwise.synchronization_context = present
using System.Threading.Tasks;

public class Presenter
{
    async Task<int> Load(string path) => await Task.Run(() => Parse(path)); // ok: a context is present
    static int Parse(string path) => path.Length;
}
