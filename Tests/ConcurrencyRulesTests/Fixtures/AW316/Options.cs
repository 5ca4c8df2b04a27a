// summary: What the options change
// config: dotnet_diagnostic.AW316.severity = suggestion
// config: awaitwise.AW316.streams = ignore
// config: awaitwise.AW316.awaitables = true
// config: awaitwise.AW316.local_functions = false
// config: awaitwise.AW316.visibility = exposed
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

public class Optional
{
    public IAsyncEnumerable<int> Read() => throw new NotSupportedException(); // ok: streams don't matter
    public YieldAwaitable Pause() => Task.Yield();
    //                    ^^^^^ AW316
    private Task Hidden() => Task.CompletedTask; // ok: not exposed
    public Task Visible()
    //          ^^^^^^^ AW316
    {
        return Inner();
        Task Inner() => Hidden(); // ok: local functions don't matter
    }
}
