// summary: Locks that nobody else can take
// project: library
using System.Collections;

namespace Shop;

public class Till
{
    private readonly object _gate = new();
    private static readonly object s_gate = new();
    public readonly Lock Exposed = new();
    private readonly List<int> _items = new();
    private readonly Dictionary<string, object> _gates = new();
    private readonly Till[] _others = [];
    internal readonly object Internal = new();
    private readonly string _label = "till";

    private object Private => _gate;
    internal object Assembly => _gate;
    public object Fresh => new object();
    public int Count => _items.Count;
    public string Label => _label;
    public Lock Mutual => Exposed;

    public void Gate() { lock (_gate) { } } // ok: private field
    public void Static() { lock (s_gate) { } } // ok: private static field
    public void NewLock() { lock (Exposed) { } } // ok: System.Threading.Lock
    public void MutualLock() { lock (Mutual) { } } // ok: System.Threading.Lock from a property
    public void Collection() { lock (_items) { } } // ok: a private collection
    public void InternalField() { lock (Internal) { } } // ok: nobody outside of the assembly sees it
    public void PrivateProperty() { lock (Private) { } } // ok: a private property
    public void InternalProperty() { lock (Assembly) { } } // ok: an internal property
    public void Computed() { lock (Fresh) { } } // ok: a property that keeps nothing (another rule speaks)
    public void Local() { var gate = _gates["a"]; lock (gate) { } } // ok: a local
    public void Parameter(object gate) { lock (gate) { } } // ok: a parameter
    public void Items(List<string> list) { lock (list) { } } // ok: a collection that was handed in
    public void Objects(object[] array) { lock (array) { } } // ok: an array of references
    public void Element() { lock (_others[0]) { } } // ok: an object out of an array
    public void Foreign(ICollection list) { lock (list.SyncRoot) { } } // ok: the documented way
    public void Cast(List<int> list) { lock (((ICollection)list).SyncRoot) { } } // ok: the documented way
    public void Released() { Monitor.Exit(this); } // ok: takes nothing
    public void Pulsed() { lock (_gate) { Monitor.PulseAll(_gate); } } // ok: a private field

    private class Node
    {
        public readonly object Gate = new();
        public void This() { lock (this) { } } // ok: a private nested type
        public void Field() { lock (Gate) { } } // ok: nobody outside can name it
        public class Leaf { public void This() { lock (this) { } } } // ok: inside of a private one
    }
}

file class Local
{
    public void This() { lock (this) { } } // ok: a type of this file alone
}

public class Bag : ICollection
{
    private readonly object _root = new();
    private readonly int[][] _rows = [];

    public object SyncRoot => _root;
    public bool IsSynchronized => true;
    public int Count => 0;
    public void CopyTo(Array array, int index) { lock (_root) { } } // ok: ICollection says that users lock it
    public IEnumerator GetEnumerator() => _rows.GetEnumerator();
    public void Rows() { lock (_rows) { } } // ok: an array of arrays
}

public static class Cache<T> where T : class
{
    private static readonly T[] s_items = [];

    public static void Add(T item) { lock (s_items) { } } // ok: private
    public static void Lock(T item) { lock (item) { } } // ok: a parameter
    public static void Named() { _ = nameof(Monitor.Enter); } // ok: not executed
}
