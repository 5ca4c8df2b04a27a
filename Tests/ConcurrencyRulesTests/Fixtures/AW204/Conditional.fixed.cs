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
        if (_writer != null)
        {
            await _writer.WriteLineAsync("a");
        }
        if (isShort) if (_writer != null) { await _writer.WriteAsync("b"); }
        if (isShort) _writer?.Write('c');
        else await Task.Yield();
        var find = Find();
        if (find != null)
        {
            await find.WriteLineAsync("d");
        }
    }

    private StreamWriter? Find() => _writer;
}
