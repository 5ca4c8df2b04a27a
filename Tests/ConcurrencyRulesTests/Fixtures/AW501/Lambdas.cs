// summary: Event handlers are left alone when they are lambdas, too
// project: library
using System;
using System.Threading.Tasks;

public class View
{
    public event EventHandler? Clicked;

    void Attach()
    {
        Clicked += async (sender, e) => await Task.Delay(1); // ok: an async void handler
        Clicked += async delegate { await Task.Delay(1); }; // ok: an async void handler
        Action later = async () => await Task.Delay(1); // ok: async void
        Func<Task> work = async () => await Task.Delay(1);
        //                            ^^^^^ AW501
        later();
        work();
    }

    int Property
    {
        get
        {
            Func<Task> work = async () => { await Task.Delay(1); };
            //                              ^^^^^ AW501
            return work().Id;
        }
    }
}
