// summary: A private gate in the place of what was locked
// project: library
// language: 12
// fix: Lock on a private gate
using System.Collections.Generic;
using System.Threading;

public class Counter
{
    private readonly object _gate = new();

    // How often.
    private int _count;

    public void Add()
    {
        lock (_gate)
        {
            _count++;
        }
    }

    public void Wait()
    {
        Monitor.Enter(/* all of it */ _gate);
        try { Monitor.Wait(_gate); } finally { Monitor.Exit(_gate); }
    }

    private class Nested
    {
        public void Own() { lock (this) { } } // ok: another object
    }
}

public class Registry
{
    private static readonly object s_gate1 = new();

    private static readonly object s_gate = new();

    private static readonly List<string> s_names = new();
    public static readonly object Gate = new();

    public static void Add(string name)
    {
        lock (s_gate) s_names.Add(name);
    }

    public void Clear()
    {
        lock (s_gate) s_names.Clear();
        lock (s_gate1) { }
    }
}

public class Plain
{
    private readonly object gate1 = new();

    readonly string name = "plain";
    readonly string gate = "";

    public void Lock() { lock (gate1) { } }
    public string Show() => name + gate;
}

public class OneLine { private readonly object _gate = new(); public void Lock() { lock (_gate) { } } }

public class Shared
{
    private readonly object _gate = new();

    private readonly object _value = new();
    public object Value { get { return _value; } }

    public void Update(Shared other)
    {
        lock (_gate)
        {
            lock (other._gate) { }
        }
    }
}
