// does not compile: the names are those of a fragment
// summary: Names that bind to nothing are judged by what they say
using System.Threading.Tasks;

public class Fragment
{
    async Task<int> Run()
    {
        var a = client.GetAsync(1).Result;
        //                         ^^^^^^ AW201 suggestion "(assumed from the name: 'GetAsync' could not be resolved)"
        repository.SaveAsync().Wait();
        //                     ^^^^ AW201 suggestion
        repository.SaveAsync().GetAwaiter().GetResult();
        //                                  ^^^^^^^^^ AW201 suggestion
        var b = client.Get(1).Result; // ok: the name does not say that it is a task
        var c = client.Async().Result; // ok: nothing before the suffix
        var d = other.Result; // ok: nothing is known
        await Task.Yield();
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        await Task.Delay(1);
        return 1;
    }
}
