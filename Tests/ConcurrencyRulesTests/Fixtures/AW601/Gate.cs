// summary: A private gate in the place of what was locked
// project: library
// language: 12
// fix: Lock on a private gate
using System.Collections.Generic;
using System.Threading;

public class Counter
{
    // How often.
    private int _count;

    public void Add()
    {
        lock (this)
        //    ^^^^ AW601 warning
        {
            _count++;
        }
    }

    public void Wait()
    {
        Monitor.Enter(/* all of it */ this);
        //                            ^^^^ AW601
        try { Monitor.Wait(this); } finally { Monitor.Exit(this); }
    }

    private class Nested
    {
        public void Own() { lock (this) { } } // ok: another object
    }
}

public class Registry
{
    private static readonly List<string> s_names = new();
    public static readonly object Gate = new();

    public static void Add(string name)
    {
        lock (typeof(Registry)) s_names.Add(name);
        //    ^^^^^^^^^^^^^^^^ AW601
    }

    public void Clear()
    {
        lock (typeof(Registry)) s_names.Clear();
        //    ^^^^^^^^^^^^^^^^ AW601
        lock (Gate) { }
        //    ^^^^ AW601
    }
}

public class Plain
{
    readonly string name = "plain";
    readonly string gate = "";

    public void Lock() { lock (name) { } }
    //                         ^^^^ AW601
    public string Show() => name + gate;
}

public class OneLine { public void Lock() { lock (this) { } } }
//                                                ^^^^ AW601

public class Shared
{
    private readonly object _value = new();
    public object Value { get { return _value; } }

    public void Update(Shared other)
    {
        lock (_value)
        //    ^^^^^^ AW601
        {
            lock (other._value) { }
            //    ^^^^^^^^^^^^ AW601
        }
    }
}
