// summary: Tokens in newer forms of declarations
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    void Two(CancellationToken token, IProgress<int> first, IProgress<int> second) { }
//           ^^^^^^^^^^^^^^^^^^^^^^^ AW403
    void Between(CancellationToken token, out int count, IProgress<int> progress) { count = 0; }
//               ^^^^^^^^^^^^^^^^^^^^^^^ AW403
    void Option(CancellationToken token, CancellationToken? other) { }
//              ^^^^^^^^^^^^^^^^^^^^^^^ AW403
    void Generic<T>(CancellationToken token, T value) { }
//                  ^^^^^^^^^^^^^^^^^^^^^^^ AW403
    void Caller(CancellationToken token = default, int count = 1, [System.Runtime.CompilerServices.CallerLineNumber] int line = 0) { }
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW403
    void InReference(in CancellationToken token, int count) { } // ok: not by value
    void Spans(CancellationToken token, params ReadOnlySpan<int> numbers) { } // ok: params
    void Sequences(CancellationToken token, params IEnumerable<int> numbers) { } // ok: params
    void Progress(CancellationToken token, IProgress<int> progress, out int count) { count = 0; } // ok: both may follow
    void OptionalTokens(CancellationToken first, int count = 1, CancellationToken second = default) { } // ok: optional ones behind a required one
    public int this[CancellationToken token, int index] => index; // ok: an indexer
    public static implicit operator Store((CancellationToken Token, int Count) pair) => new(); // ok: a tuple
}

public partial class Parts
{
    partial void Load(CancellationToken token, int count);
//                    ^^^^^^^^^^^^^^^^^^^^^^^ AW403
    partial void Load(CancellationToken token, int count) { } // ok: follows the declaring part
}

public readonly record struct Point(CancellationToken Token, int X);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^ AW403

public static class Extensions
{
    extension(Store store)
    {
        public Task LoadAsync(CancellationToken token, int count) => Task.CompletedTask;
//                            ^^^^^^^^^^^^^^^^^^^^^^^ AW403
        public static Task MakeAsync(CancellationToken token, int count) => Task.CompletedTask;
//                                   ^^^^^^^^^^^^^^^^^^^^^^^ AW403
    }

    extension(CancellationToken token)
    {
        public void Attach(int count) { } // ok: the token is the receiver
    }
}

public interface IHandler<T>
{
    void Handle(T value, int count); // ok: no token here
}

public class Handler : IHandler<CancellationToken>
{
    public void Handle(CancellationToken value, int count) { } // ok: implements
}

public class Explicit : IHandler<CancellationToken>
{
    void IHandler<CancellationToken>.Handle(CancellationToken value, int count) { } // ok: implements
}
