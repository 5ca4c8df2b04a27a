// summary: A conditional call gets a test of its own
// config: awaitwise.configure_await = none
// fix: Await the counterpart
using System.IO;
using System.Threading.Tasks;

public class Logs
{
    private StreamWriter? _writer;

    public async Task WriteAsync(bool isShort)
    {
        await Task.Yield();
        _writer?.WriteLine("a");
        //       ^^^^^^^^^ AW204
        if (isShort) _writer?.Write("b");
        //                    ^^^^^ AW204
        if (isShort) _writer?.Write('c');
        //                    ^^^^^ AW204
        else await Task.Yield();
        Find()?.WriteLine("d");
        //      ^^^^^^^^^ AW204
    }

    private StreamWriter? Find() => _writer;
}
