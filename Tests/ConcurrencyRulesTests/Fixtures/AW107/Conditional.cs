// summary: Behind a null test, in an initializer, from a static import
using System;
using System.Threading.Tasks;
using static System.Threading.Tasks.Task;

public class Starts
{
    private static readonly Task s_started = Factory.StartNew(async () => await Delay(1));
    //                                               ^^^^^^^^ AW107

    void Continue(Task<int>? first)
    {
        first?.ContinueWith(async done => await Delay(done.Result));
        //     ^^^^^^^^^^^^ AW107
    }

    Task<Task>? Keep(Task<int>? first) => first?.ContinueWith(async done => await Delay(done.Result)); // ok: declared so
}
