// summary: A call behind ?. gives no task where there is no receiver
// fix: Fall back to a completed task
#nullable disable
using System.IO;
using System.Threading.Tasks;

public class Log
{
    private TextWriter _writer;
    private Log _parent;

    public Task FlushAsync() => _writer?.FlushAsync() ?? Task.CompletedTask;

    public Task FlushParentAsync()
    {
        return _parent?._writer?.FlushAsync() ?? Task.CompletedTask;
    }

    public Task<string> ReadAsync(TextReader reader, bool isLast) =>
        isLast ? Task.FromResult("") : reader?.ReadLineAsync() ?? Task.FromResult<string>(null);

    public Task<int> SkipAsync(TextReader reader, char[] buffer) => reader?.ReadAsync(buffer, 0, 1) ?? Task.FromResult(0);

    public Task CastAsync(TextReader reader) => (Task)(reader?.ReadLineAsync() ?? Task.CompletedTask);

    public Task ParentAsync() => _parent?.FlushAsync() ?? _parent?._parent?.FlushAsync() ?? Task.CompletedTask;
}
