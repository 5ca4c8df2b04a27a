// summary: Tokens where they belong, or where somebody else put them
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;

public class Fine : Base, IContract
{
    public Task LoadAsync(string key, CancellationToken token) => Task.CompletedTask; // ok: last
    public Task SendAsync(CancellationToken token, IProgress<int> progress) => Task.CompletedTask; // ok: progress
    public Task LogAsync(string text, CancellationToken token, [CallerMemberName] string caller = "") => Task.CompletedTask; // ok: caller
    public Task RunAsync(CancellationToken one, CancellationToken two) => Task.CompletedTask; // ok: two of them
    public bool Try(CancellationToken token, out int value) { value = 0; return true; } // ok: out
    public void Swap(CancellationToken token, ref int value, in long other) { } // ok: references
    public void Log(CancellationToken token, params object[] values) { } // ok: params
    public void Optional(CancellationToken token, bool isForced = false, int count = 1) { } // ok: optional ones
    public void All(CancellationToken token, IProgress<int> progress, out int value, [CallerLineNumber] int line = 0, params int[] rest) { value = 0; } // ok: the whole tail
    public override Task VirtualAsync(CancellationToken token, string key) => Task.CompletedTask; // ok: overrides
    public Task ContractAsync(CancellationToken token, string key) => Task.CompletedTask; // ok: implements
    Task IContract.ExplicitAsync(CancellationToken token, string key) => Task.CompletedTask; // ok: implements
    public void Deconstruct(out CancellationToken token, out int size) { token = default; size = 0; } // ok: a deconstructor
    public void Nullable(CancellationToken? token, string key) { } // ok: another type
    public void Source(CancellationTokenSource source, string key) { } // ok: another type

    [DllImport("native")]
    private static extern int Native(CancellationToken token, int size); // ok: extern

    void Local()
    {
        void Inner(CancellationToken token, int size) { } // ok: a local function
        Func<CancellationToken, int, int> lambda = (token, size) => size; // ok: a lambda
        Inner(default, lambda(default, 1));
    }
}

public static class Extensions
{
    public static void Attach(this CancellationToken token, string name) { } // ok: the receiver
}

public abstract class Base
{
    public abstract Task VirtualAsync(CancellationToken token, string key);
    //                                ^^^^^^^^^^^^^^^^^^^^^^^ AW403
}

public interface IContract
{
    Task ContractAsync(CancellationToken token, string key);
    //                 ^^^^^^^^^^^^^^^^^^^^^^^ AW403
    Task ExplicitAsync(CancellationToken token, string key);
    //                 ^^^^^^^^^^^^^^^^^^^^^^^ AW403
}
