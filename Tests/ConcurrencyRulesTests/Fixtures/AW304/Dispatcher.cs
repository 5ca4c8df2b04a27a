// summary: Dispatchers
// references: windows-desktop
using System;
using System.Threading.Tasks;
using System.Windows.Threading;

public class View
{
    public async Task RefreshAsync(Dispatcher dispatcher)
    {
        var inner = dispatcher.Invoke(async () => await Task.Yield()); // ok: the overload with a result returns the task
        await inner;
        await dispatcher.InvokeAsync(async () => await Task.Yield()).Task.Unwrap(); // ok: returns a task
    }

    public void Begin(Dispatcher dispatcher)
    {
        dispatcher.BeginInvoke(new Action(async () => await Task.Yield()));
        //                                ^^^^^ AW304 "because 'Action' returns nothing"
        dispatcher.BeginInvoke((Action)(async () => await Task.Yield()), DispatcherPriority.Background);
        //                              ^^^^^ AW304 "because 'Action' returns nothing"
    }
}
