// summary: Locks on objects that may be others next time
// project: library
namespace Shop;

internal class Cache
{
    private object _gate = new object();
    private List<int> _items = new();
    private static object s_gate = new();
    private object _set;
    private Lock _mutual = new();
    private object _lazy;
    private volatile object _volatile = new();

    public Cache(object given) { _set = given; _lazy = given; }

    void Settled() { lock (_gate) { } }
    //                     ^^^^^ AW602 suggestion "'_gate' is not readonly: after an assignment two threads hold different locks."

    void Static() { lock (s_gate) { } }
    //                    ^^^^^^ AW602 suggestion

    void Volatile() { lock (_volatile) { } }
    //                      ^^^^^^^^^ AW602 suggestion

    void Assigned() { lock (_set) { } }
    //                      ^^^^ AW602 warning "'_set' is not readonly"

    void Assign(object other) { _set = other; }

    void OfAnother(Cache other) { lock (other._set) { } }
    //                                  ^^^^^^^^^^ AW602 warning

    void Mutual() { lock (_mutual) { } }
    //                    ^^^^^^^ AW602 suggestion

    void ReplaceMutual() { _mutual = new(); }

    void Coalesce() { lock (_lazy ??= new object()) { } }
    //                      ^^^^^^^^^^^^^^^^^^^^^^ AW602 warning "'_lazy' is not readonly"

    void Created() { lock (new object()) { } }
    //                     ^^^^^^^^^^^^ AW602 warning "A new object is locked each time, so nobody ever waits."

    void Anonymous() { lock (new { A = 1 }) { } }
    //                       ^^^^^^^^^^^^^ AW602 "A new object"

    void Array() { lock (new[] { 1 }) { } }
    //                   ^^^^^^^^^^^ AW602 "A new object"

    void Cast() { lock ((object)new List<int>()) { } }
    //                  ^^^^^^^^^^^^^^^^^^^^^^^ AW602 "A new object"

    void Collection() { lock ((List<int>)[1, 2]) { } }
    //                        ^^^^^^^^^^^^^^^^^ AW602 "A new object"

    void Otherwise(object? gate) { lock (gate ?? new object()) { } }
    //                                   ^^^^^^^^^^^^^^^^^^^^ AW602 "A new object"

    void Query(int[] numbers) { lock (from n in numbers select n) { } }
    //                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ AW602 "A new object"

    void Concatenated(string key) { lock ("key" + key) { } }
    //                                    ^^^^^^^^^^^ AW602 "A new object"

    void Local() { var mine = new object(); lock (mine) { } }
    //                                            ^^^^ AW602 warning "'mine' is created in this call: every caller locks an object of its own."

    void Twice(bool again)
    {
        object mine = new();
        if (again) mine = new();
        lock (mine) { }
        //    ^^^^ AW602 "'mine'"
        Monitor.Enter(mine);
        //            ^^^^ AW602 "'mine'"
        Monitor.Exit(mine);
    }

    void Boxed(int number, DateTime day)
    {
        Monitor.Enter(number);
        //            ^^^^^^ AW602 warning "The value is boxed for each call, so nobody ever waits (and Exit fails)."
        Monitor.Exit((object)number);
        //           ^^^^^^^^^^^^^^ AW602 "boxed"
        Monitor.TryEnter(day, 10);
        //               ^^^ AW602 "boxed"
        Monitor.Pulse(obj: number);
        //                 ^^^^^^ AW602 "boxed"
    }

    void Generic<T>(T value) where T : notnull { Monitor.Enter(value); }
    //                                                         ^^^^^ AW602 "boxed"

    void Structure<T>(T value) where T : struct { Monitor.Enter(value); }
    //                                                          ^^^^^ AW602 "boxed"

    void Inside() { lock (_items) { _items = new List<int>(); } }
    //                    ^^^^^^ AW602 warning "'_items' is assigned while it is locked."

    void InsideByReference() { lock (_items) { Interlocked.Exchange(ref _items, new()); } }
    //                               ^^^^^^ AW602 "'_items' is assigned while it is locked."
}
