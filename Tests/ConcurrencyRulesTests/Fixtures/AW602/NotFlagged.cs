// summary: Locks on objects that stay the same
// project: library
using System.Collections.Concurrent;

namespace Shop;

internal class Cache
{
    private readonly object _gate = new();
    private static readonly object s_gate = new();
    private readonly ConcurrentDictionary<string, object> _gates = new();
    private readonly List<object> _list = new();
    private readonly string _name;
    private object? _lazy;
    private object? _ensured;
    private readonly Lock _mutual = new();
    private const string Name = "cache";

    public Cache(string name) { _name = name; }

    private object Property => _gate;

    void Field() { lock (_gate) { } } // ok: readonly
    void Static() { lock (s_gate) { } } // ok: readonly
    void OfAnother(Cache other) { lock (other._gate) { } } // ok: readonly
    void Mutual() { lock (_mutual) { } } // ok: readonly
    void FromDictionary(string key) // a lock per key
    {
        var gate = _gates.GetOrAdd(key, _ => new object());
        lock (gate) { } // ok: comes from a dictionary
    }
    void Alias() { var gate = _gate; lock (gate) { } } // ok: is a field
    void FromList() { var gate = _list[0]; lock (gate) { } } // ok: comes from a list
    void FromProperty() { lock (Property) { } } // ok: a property
    void FromCall() { lock (Find()) { } } // ok: a call
    object Find() => _gate;
    void Parameter(object gate) { lock (gate) { } } // ok: a parameter
    void ThisObject() { lock (this) { } } // ok: another rule's
    void Type() { lock (typeof(Cache)) { } } // ok: another rule's
    void Text() { lock (_name) { } } // ok: another rule's
    void Constant() { lock (Name + "1") { } } // ok: a constant is one object

    void Captured(List<int> ids)
    {
        var gate = new object();
        Parallel.ForEach(ids, id => { lock (gate) _list.Add(id); }); // ok: shared by the workers
        lock (gate) { } // ok: shared with them
    }

    void Passed(Action<object> start)
    {
        var gate = new object();
        start(gate);
        lock (gate) { } // ok: somebody else has it
    }

    object Returned()
    {
        var gate = new object();
        lock (gate) { } // ok: it is returned
        return gate;
    }

    void Stored()
    {
        var gate = new object();
        _list.Add(gate);
        lock (gate) { } // ok: it is in a list
    }

    void Mixed(bool own)
    {
        var gate = own ? new object() : _gate;
        lock (gate) { } // ok: may be the field
    }

    void Exchange()
    {
        Interlocked.CompareExchange(ref _lazy, new object(), null);
        lock (_lazy) { } // ok: made once
    }

    void Ensure()
    {
        LazyInitializer.EnsureInitialized(ref _ensured);
        lock (_ensured) { } // ok: made once
    }

    void Generic<T>(T value) where T : class { Monitor.Enter(value); } // ok: a reference
    void Reference(IDisposable value) { Monitor.Enter(value); } // ok: a reference
    void Pattern(object value) { if (value is List<int> list) lock (list) { } } // ok: what was handed in
    void Loop(IEnumerable<object> gates) { foreach (var gate in gates) lock (gate) { } } // ok: what was handed in
    void Out() { if (_gates.TryGetValue("a", out var gate)) lock (gate) { } } // ok: comes from a dictionary
}
