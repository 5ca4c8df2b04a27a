// summary: async void methods and local functions
// fix: Return Task
using System;
using System.Threading.Tasks;

public class Store
{
    public Task SaveAsync() => Task.CompletedTask;

    public async void Save(Store other)
    //                ^^^^ AW303 warning "'Save' is async void: nobody can await it, and an exception in it ends the process. Return Task."
    {
        await other.SaveAsync();
        if (other == this)
        {
            return;
        }
        await SaveAsync();
    }

    protected internal static async void Arrow() => await Task.Yield();
    //                                   ^^^^^ AW303

    private async void Generic<T>(T value)
    //                 ^^^^^^^ AW303
    {
        await Task.Yield();
        Console.WriteLine(value);
    }

    public virtual async void Overridable() => await SaveAsync();
    //                        ^^^^^^^^^^^ AW303

    public void Outer()
    {
        async void Inner() => await Task.Delay(1);
        //         ^^^^^ AW303
        Inner();
        static async void Still() { await Task.Delay(1); }
        //                ^^^^^ AW303
        Still();
    }

    public async void OneParameter(EventArgs e) => await SaveAsync();
    //                ^^^^^^^^^^^^ AW303

    private async void NotAttached(object sender, string text) => await SaveAsync();
    //                 ^^^^^^^^^^^ AW303

    public Action AsDelegate() => Callback;

    private async void Callback() => await SaveAsync();
    //                 ^^^^^^^^ AW303
}
