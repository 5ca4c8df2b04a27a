// summary: A cast decides against the overload that takes a task
// references: windows-desktop
using System;
using System.Security.Principal;
using System.Threading.Tasks;
using System.Windows.Threading;
using Microsoft.Win32.SafeHandles;

public class View
{
    public async Task RunAsync(Dispatcher dispatcher, SafeAccessTokenHandle handle)
    {
        dispatcher.Invoke(async () => { await Task.Yield(); }, DispatcherPriority.Normal).Wait(); // ok: returns a task
        dispatcher.Invoke(DispatcherPriority.Normal, async () => { await Task.Yield(); }); // ok: a delegate of its own type
        dispatcher.Invoke((Action)(async () => await Task.Yield()));
        //                         ^^^^^ AW304 "because 'Action' returns nothing: its end cannot be awaited and its exceptions end the process. Use InvokeAsync."
        dispatcher.Invoke(new Action(async () => await Task.Yield()), DispatcherPriority.Normal);
        //                           ^^^^^ AW304 "Use InvokeAsync."
        WindowsIdentity.RunImpersonated(handle, new Action(async () => await Task.Yield()));
        //                                                 ^^^^^ AW304 "Use WindowsIdentity.RunImpersonatedAsync."
        await WindowsIdentity.RunImpersonatedAsync(handle, async () => await Task.Yield()); // ok: returns a task
    }

    public void Post(System.Windows.Forms.Control control)
    {
        control.BeginInvoke(async () => await Task.Yield());
        //                  ^^^^^ AW304 "because 'method' of 'BeginInvoke' returns nothing"
        control.Invoke(async () => await Task.Yield()).Wait(); // ok: returns a task
    }
}
