// summary: Synchronous code on request: the function becomes async
// config: awaitwise.AW204.in_sync_code = true
// config: awaitwise.configure_await = none
// fix: Make 'Load' async and await 'File.ReadAllTextAsync'
using System.IO;
using System.Threading.Tasks;

internal class Page
{
    private string Load(string path)
    {
        return File.ReadAllText(path);
        //          ^^^^^^^^^^^ AW204
    }
}
