// summary: Dispatchers hand out operations that are made to be dropped
// references: windows-desktop
using System;
using System.Threading.Tasks;
using System.Windows.Threading;

public class View
{
    public void Update(Dispatcher dispatcher, Func<Task> refresh)
    {
        dispatcher.BeginInvoke(new Action(() => Draw())); // ok: made to be dropped
        dispatcher.InvokeAsync(() => Draw()); // ok: made to be dropped
        dispatcher.InvokeAsync(Draw); // ok: made to be dropped
        dispatcher.InvokeAsync(() => refresh());
        //         ^^^^^^^^^^^ AW301
    }

    private void Draw() { }
}
