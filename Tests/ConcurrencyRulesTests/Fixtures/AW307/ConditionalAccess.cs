// summary: A call behind ?. gives no task where there is no receiver
// fix: Fall back to a completed task
#nullable disable
using System.IO;
using System.Threading.Tasks;

public class Log
{
    private TextWriter _writer;
    private Log _parent;

    public Task FlushAsync() => _writer?.FlushAsync();
    //                          ^^^^^^^^^^^^^^^^^^^^^ AW307 warning "'_writer?.FlushAsync()' is null when '_writer' is null; awaiting the result then throws."

    public Task FlushParentAsync()
    {
        return _parent?._writer?.FlushAsync();
        //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW307 "when '_parent?._writer' is null"
    }

    public Task<string> ReadAsync(TextReader reader, bool isLast) =>
        isLast ? Task.FromResult("") : reader?.ReadLineAsync();
        //                             ^^^^^^^^^^^^^^^^^^^^^^^ AW307

    public Task<int> SkipAsync(TextReader reader, char[] buffer) => reader?.ReadAsync(buffer, 0, 1);
    //                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW307

    public Task CastAsync(TextReader reader) => (Task)reader?.ReadLineAsync();
    //                                                ^^^^^^^^^^^^^^^^^^^^^^^ AW307

    public Task ParentAsync() => _parent?.FlushAsync() ?? _parent?._parent?.FlushAsync();
    //                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW307
}
