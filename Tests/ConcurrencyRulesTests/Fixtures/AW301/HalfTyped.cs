// does not compile: it is still being typed
// summary: Broken code that is being typed
using System.IO;
using System.Threading.Tasks;

public class Writer
{
    public void Finish(Stream stream)
    {
        stream.FlushAsync( // ok: not finished yet
    }
}
