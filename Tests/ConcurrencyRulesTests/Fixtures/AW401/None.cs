// summary: CancellationToken.None, when it is asked for
// config: awaitwise.AW401.report_none = true
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Writer
{
    async Task WriteAsync(Stream stream, byte[] buffer, CancellationToken token)
    {
        await stream.ReadAsync(buffer, CancellationToken.None);
        //                             ^^^^^^^^^^^^^^^^^^^^^^ AW401 "is given no token (default)"
        if (token.IsCancellationRequested) return;
        await stream.WriteAsync(buffer, CancellationToken.None); // ok: finishes what was begun
    }
}
