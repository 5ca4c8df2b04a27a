// summary: Where annotations mean something, what is returned and what is received is believed
#nullable enable
using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public delegate Task? Hook();
public delegate Task Step();

public class Pipeline
{
    private readonly TextWriter _writer = TextWriter.Null;
    private readonly TextWriter? _optional;

    public Pipeline(TextWriter? optional) => _optional = optional;

    public Task StartAsync() => null!;
    //                          ^^^^ AW307 "Return Task.CompletedTask."

    public Task<string> NameAsync() => null!;
    //                                 ^^^^ AW307 "Return Task.FromResult<string>(default!)."

    public Task<string?> NicknameAsync() => null!;
    //                                      ^^^^ AW307 "Return Task.FromResult<string?>(null)."

    public Task FlushOptionalAsync() => _optional?.FlushAsync()!;
    //                                  ^^^^^^^^^^^^^^^^^^^^^^^ AW307

    public Task FlushAsync() => _writer?.FlushAsync()!; // ok: declared to be there
    public Task? MaybeAsync() => null; // ok: says that there may be none
    public Task<string>? MaybeNameAsync(string key) => key.Length == 0 ? null : Task.FromResult(key); // ok: says so
    public Func<Task?> Factory => () => null; // ok: the delegate says so
    public Hook Hook => () => null; // ok: the delegate's declaration says so
    public Step Step => () => null!;
    //                        ^^^^ AW307

    public Task[] Select(int[] ids) =>
        ids.Select(id => id == 0 ? null : Task.Delay(id)).OfType<Task>().ToArray(); // ok: inferred to be nullable

    public void Register(Func<Task?> callback) { }
    public void Subscribe() => Register(() => null); // ok: the parameter says so

    public Task TestedAsync(TextWriter? writer)
    {
        if (writer == null) return Task.CompletedTask;
        return writer?.FlushAsync()!; // ok: tested before
    }
}
