// summary: Callbacks of tokens, and an overload that takes the task for a result
using System;
using System.Security.Principal;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;

public class Service
{
    public async Task RunAsync(SafeAccessTokenHandle handle, CancellationToken token)
    {
        token.Register(async () => await Task.Yield());
        //             ^^^^^ AW304 "because 'callback' of 'Register' returns nothing"
        token.UnsafeRegister(async state => await Task.Yield(), null);
        //                   ^^^^^ AW304
        await WindowsIdentity.RunImpersonated(handle, async () => await Task.Yield()); // ok: returns a task
    }
}
