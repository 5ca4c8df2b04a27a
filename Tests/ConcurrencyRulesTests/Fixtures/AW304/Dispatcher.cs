// summary: A dispatcher's operation has the task inside
// fix: Use InvokeAsync
// references: windows-desktop
using System;
using System.Threading.Tasks;
using System.Windows.Threading;

public class View
{
    public async Task RefreshAsync(Dispatcher dispatcher)
    {
        dispatcher.Invoke(async () => await Task.Yield());
        //                ^^^^^ AW304
        await Task.Yield();
    }

    public void Begin(Dispatcher dispatcher)
    {
        dispatcher.BeginInvoke(new Action(async () => await Task.Yield()));
        //                                ^^^^^ AW304
    }
}
