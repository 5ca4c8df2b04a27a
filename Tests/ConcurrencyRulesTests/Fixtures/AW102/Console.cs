// summary: In a console program it is a suggestion
// config: awaitwise.project_kind = console
using System.Threading.Tasks;

public class Tool
{
    async Task<int> Load(string path) => await Task.Run(() => Parse(path));
    //                                         ^^^^^^^^ AW102 suggestion
    static int Parse(string path) => path.Length;
}
