// summary: A private gate in the place of an object that changes
// project: library
// language: 9
// fix: Lock on a private gate
using System.Collections.Generic;
using System.Threading;

internal class Cache
{
    private readonly object _gate = new();

    private List<int> _items = new();

    void Reset() { lock (_gate) { _items = new List<int>(); } }
    void Add(int item) { lock (_gate) _items.Add(item); }
    static void Move(Cache from) { }
}

internal class Maker
{
    private readonly object _gate = new();

    public void Created() { lock (_gate) { } }
}

internal static class Local
{
    private static readonly object _gate = new();

    public static void Lock()
    {
        lock (_gate) { }
    }
}
