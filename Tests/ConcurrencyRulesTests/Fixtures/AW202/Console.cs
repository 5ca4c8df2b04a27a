// summary: A console program is told, no more
// project: console
using System.Threading.Tasks;

public class Tool
{
    int Load() => LoadAsync().Result;
    //                        ^^^^^^ AW202 suggestion "blocks a pool thread and can starve the pool"
    Task<int> LoadAsync() => Task.FromResult(1);
}
