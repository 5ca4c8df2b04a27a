// summary: Fields that records and primary constructors assign, and type parameters
// project: library
namespace Shop;

internal record Entry
{
    internal object Gate = new();
    void Lock() { lock (Gate) { } }
//                      ^^^^ AW602 suggestion
    internal static Entry Copy(Entry entry) => entry with { Gate = new() };
}

internal class Primary(object gate)
{
    private object _gate = gate;
    void Field() { lock (_gate) { } }
//                       ^^^^^ AW602 suggestion
    void Parameter() { lock (gate) { } } // ok: a parameter
}

internal class Kept
{
    private object Gate { get { lock (field) return field; } set; } = new(); // ok: the field of a property
    private Holder _holder;
    private object[] _gates = [new(), new()];

    void Nested() { lock (_holder.Gate) { } } // ok: a readonly field
    void Element(int index) { lock (_gates[index]) { } } // ok: an element
    void Root() { lock (_gates.SyncRoot) { } } // ok: a property

    private readonly struct Holder(object gate)
    {
        public readonly object Gate = gate;
    }
}

internal class Made
{
    private readonly object _gate = new();
    private object? _exchanged;
    private Dictionary<int, int>? _locked;
    private Dictionary<int, int>? _tested;
    private Dictionary<int, int>? _unlocked;
    private object? _cleared;

    public Made(object given) { _cleared = given; }

    void Exchange()
    {
        Interlocked.CompareExchange(ref _exchanged, new object(), null);
        if (Volatile.Read(ref _exchanged) == null) return;
        lock (_exchanged) { } // ok: made once
    }

    void UnderLock()
    {
        if (_locked == null)
        {
            lock (_gate) _locked ??= new();
        }
        lock (_locked) { } // ok: made once, under a lock
    }

    void TestedUnderLock()
    {
        lock (_gate)
        {
            if (_tested == null) _tested = new();
        }
        lock (_tested) { } // ok: made once, under a lock
    }

    void WithoutLock()
    {
        _unlocked ??= new();
        lock (_unlocked) { }
//            ^^^^^^^^^ AW602 warning
    }

    void Clear()
    {
        if (_cleared == null) return;
        lock (_cleared) { }
//            ^^^^^^^^ AW602 suggestion
        _cleared = null;
    }
}

internal static class Generic
{
    static void References<T, U>(T first, U second) where T : class where U : Kept
    {
        Monitor.Enter(first); // ok: a reference
        Monitor.Enter(second); // ok: a reference
    }

    static void Others<T>(T value) where T : IDisposable
    {
        Monitor.Enter(value);
//                    ^^^^^ AW602 "boxed"
        Monitor.IsEntered((1, 2));
//                        ^^^^^^ AW602 "boxed"
        Monitor.TryEnter(DayOfWeek.Friday);
//                       ^^^^^^^^^^^^^^^^ AW602 "boxed"
    }
}
