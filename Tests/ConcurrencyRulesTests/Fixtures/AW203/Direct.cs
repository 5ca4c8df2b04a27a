// summary: Synchronous work is done by the thread that waited for it
using System.IO;
using System.Threading.Tasks;

public class Uses
{
    string Load(string path)
    {
        Task.Run(() => Work(path)).Wait();
        //                         ^^^^ AW203
        Task.Run(Work).GetAwaiter().GetResult(); // done here
        //                          ^^^^^^^^^ AW203
        return Task.Run(() => File.ReadAllText(path)).Result.Trim();
        //                                            ^^^^^^ AW203
    }

    void Work(string path) { }
    void Work() { }
}
