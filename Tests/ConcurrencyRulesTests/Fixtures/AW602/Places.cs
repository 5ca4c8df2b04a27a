// summary: Where a field is assigned decides how much its lock weighs
// project: library
using System.Runtime.Serialization;

namespace Shop;

internal class Gates
{
    private object _cloned = new();
    private object _read = new();
    private object _exchanged = new();
    private object _tuple = new();
    private object _captured = new();
    private object _init = new();
    internal object Shown = new();

    public object Init { init { _init = value; } }

    public Gates(Action<Action> run)
    {
        run(() => _captured = new());
    }

    Gates Clone()
    {
        var copy = (Gates)MemberwiseClone();
        copy._cloned = new();
        return copy;
    }

    [OnDeserialized] void Read(StreamingContext context) { _read = new(); }

    void Exchange() { Interlocked.Exchange(ref _exchanged, new()); }

    void Deconstruct() { (_tuple, var other) = (new object(), 1); }

    void Locks()
    {
        lock (_cloned) { }
        //    ^^^^^^^ AW602 suggestion
        lock (_read) { }
        //    ^^^^^ AW602 suggestion
        lock (_exchanged) { }
        //    ^^^^^^^^^^ AW602 warning
        lock (_tuple) { }
        //    ^^^^^^ AW602 warning
        lock (_captured) { }
        //    ^^^^^^^^^ AW602 warning
        lock (_init) { }
        //    ^^^^^ AW602 suggestion
        lock (Shown) { }
        //    ^^^^^ AW602 warning
    }
}

internal class Outside
{
    void Replace(Gates gates) { gates.Shown = new object(); }
    Gates Make() => new(_ => { }) { Shown = new object() };
}
