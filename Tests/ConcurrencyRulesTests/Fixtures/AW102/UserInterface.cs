// summary: In a user interface leaving the thread is the point
// config: awaitwise.project_kind = ui
using System.Threading.Tasks;

public class Window
{
    async Task<int> Load(string path) => await Task.Run(() => Parse(path)); // ok: off in user interfaces
    static int Parse(string path) => path.Length;
}
