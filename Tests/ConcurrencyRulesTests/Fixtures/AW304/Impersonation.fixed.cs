// summary: Impersonated work is awaited
// fix: Use RunImpersonatedAsync
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
        WindowsIdentity.RunImpersonated(handle, async () => await Task.Yield());
        await Task.Yield();
    }
}
