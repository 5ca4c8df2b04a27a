// summary: Written defaults
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public class Client
{
    async Task<string> GetAsync(HttpClient http, Stream stream, CancellationToken token)
    {
        await stream.FlushAsync(new CancellationToken());
        //                      ^^^^^^^^^^^^^^^^^^^^^^^ AW401
        await Task.Delay(1, default(CancellationToken));
        //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ AW401
        await Task.Delay(2, CancellationToken.None); // ok: said so
        return await http.GetStringAsync("a", default);
        //                                    ^^^^^^^ AW401 "'GetStringAsync' is given no token (default), although 'token' is in scope."
    }

    async Task CleanUpAsync(Stream stream, CancellationToken token)
    {
        try
        {
            await stream.FlushAsync(token);
        }
        catch (IOException)
        {
            await stream.FlushAsync(default); // ok: repairs what went wrong
        }
        finally
        {
            await stream.FlushAsync(default); // ok: clean-up
        }
    }

    async Task NoTokenAsync(Stream stream)
    {
        await stream.FlushAsync(default); // ok: none in scope
    }

    Task OtherDefaultsAsync(CancellationToken token) => Task.Delay(default(int), token); // ok: another type
}
