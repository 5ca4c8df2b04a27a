// summary: The compiler speaks only where an async function of the sources is called directly
using System;
using System.Threading.Tasks;

public class Importer
{
    public async Task ImportAsync() => await Task.Yield();
    public Task ForwardAsync() => ImportAsync();
    public virtual Task OpenAsync() => Task.CompletedTask;

    public void Start(Importer other, Importer? maybe)
    {
        ImportAsync();
      //^^^^^^^^^^^ AW301 "exceptions are lost. (The compiler reports CS4014 here.)"
        other.ImportAsync();
        //    ^^^^^^^^^^^ AW301 "(The compiler reports CS4014 here.)"
        async Task Inner() => await Task.Yield();
        Inner();
      //^^^^^ AW301 "(The compiler reports CS4014 here.)"
        Action later = () => other.ImportAsync();
        //                         ^^^^^^^^^^^ AW301 "(The compiler reports CS4014 here.)"
        later();
    }
}
