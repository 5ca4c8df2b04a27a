// summary: What the compiler reports is left to it on request
// config: awaitwise.report_compiler_covered = false
using System;
using System.Threading.Tasks;

public class Importer
{
    public async Task ImportAsync() => await Task.Yield();
    public Task ForwardAsync() => ImportAsync();

    public void Start(Importer? maybe, Func<Task> callback)
    {
        ImportAsync(); // ok: the compiler reports it
        maybe?.ImportAsync();
        //     ^^^^^^^^^^^ AW301
        ImportAsync().ConfigureAwait(false);
      //^^^^^^^^^^^ AW301
        ForwardAsync();
      //^^^^^^^^^^^^ AW301
        callback();
      //^^^^^^^^ AW301
        var unused = ImportAsync();
        //  ^^^^^^ AW301
    }
}
