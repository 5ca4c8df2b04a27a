// summary: A private gate in the place of an object that changes
// project: library
// language: 9
// fix: Lock on a private gate
using System.Collections.Generic;
using System.Threading;

internal class Cache
{
    private List<int> _items = new();

    void Reset() { lock (_items) { _items = new List<int>(); } }
    //                   ^^^^^^ AW602
    void Add(int item) { lock (this._items) _items.Add(item); }
    //                         ^^^^^^^^^^^ AW602 warning
    static void Move(Cache from) { }
}

internal class Maker
{
    public void Created() { lock (new object()) { } }
    //                            ^^^^^^^^^^^^ AW602
}

internal static class Local
{
    public static void Lock()
    {
        var mine = new object();
        lock (mine) { }
        //    ^^^^ AW602
    }
}
