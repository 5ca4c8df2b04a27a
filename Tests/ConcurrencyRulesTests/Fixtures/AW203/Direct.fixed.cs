// summary: Synchronous work is done by the thread that waited for it
using System.IO;
using System.Threading.Tasks;

public class Uses
{
    string Load(string path)
    {
        Work(path);
        Work(); // done here
        return File.ReadAllText(path).Trim();
    }

    void Work(string path) { }
    void Work() { }
}
