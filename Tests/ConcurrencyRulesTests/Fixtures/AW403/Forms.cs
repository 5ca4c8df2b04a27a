// summary: Tokens before other parameters
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    public Task LoadAsync(CancellationToken token, string key) => Task.CompletedTask;
    //                    ^^^^^^^^^^^^^^^^^^^^^^^ AW403 suggestion "By convention the CancellationToken parameter 'token' comes last."

    public Task SaveAsync(string key, CancellationToken token = default, bool force = false) => Task.CompletedTask;
    //                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW403

    internal Task QualifiedAsync(System.Threading.CancellationToken token, int count) => Task.CompletedTask;
    //                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW403

    public Store(CancellationToken token, string name) { }
    //           ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    public Task TwoAsync(CancellationToken one, int count, CancellationToken two, int size) => Task.CompletedTask;
    //                   ^^^^^^^^^^^^^^^^^^^^^ AW403 "'one'"
    //                                                     ^^^^^^^^^^^^^^^^^^^^^ AW403 "'two'"

    protected virtual Task VirtualAsync(CancellationToken token, string key) => Task.CompletedTask;
    //                                  ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    public void Plain(CancellationToken token, IProgress<int> progress, string text) { }
    //                ^^^^^^^^^^^^^^^^^^^^^^^ AW403
}

public interface IStore
{
    Task LoadAsync(CancellationToken token, string key);
    //             ^^^^^^^^^^^^^^^^^^^^^^^ AW403
}

public record Options(CancellationToken Token, int Size);
//                    ^^^^^^^^^^^^^^^^^^^^^^^ AW403

public class Primary(CancellationToken token, string name)
//                   ^^^^^^^^^^^^^^^^^^^^^^^ AW403
{
    public string Name => name + token.CanBeCanceled;
}

public delegate Task Handler(CancellationToken token, string key);
//                           ^^^^^^^^^^^^^^^^^^^^^^^ AW403

public static class Extensions
{
    public static Task LoadAsync(this Store store, CancellationToken token, int count) => Task.CompletedTask;
    //                                             ^^^^^^^^^^^^^^^^^^^^^^^ AW403
}
