// summary: Weak lock objects in newer forms of code
// project: library
namespace Shop;

public record Ticket(object Gate)
{
    public void Lock() { lock (Gate) { } }
//                             ^^^^ AW601 "the exposed property 'Gate'"
}

public class Kept
{
    public object Gate { get => field; } = new();
    public static object Shared { get; } = new();
    public object Hidden { private get; set; } = new();
    internal object Own { get; } = new();

    public void Lock() { lock (Gate) { } }
//                             ^^^^ AW601
    public void Static() { lock (Shared) { } }
//                               ^^^^^^ AW601
    public void Private() { lock (Hidden) { } } // ok: nobody outside can read it
    public void Internal() { lock (Own) { } } // ok: nobody outside of the assembly sees it
    public void Local() { void Inner() { lock (this) { } } Inner(); }
//                                             ^^^^ AW601
    public void Lambda() { Action later = () => { lock (this) { } }; later(); }
//                                                      ^^^^ AW601
    public void Framework() { lock (Type.Missing) { } }
//                                  ^^^^^^^^^^^^ AW601
    public void Console() { lock (System.Console.Out) { } }
//                                ^^^^^^^^^^^^^^^^^^ AW601 "'TextWriter' objects"
    public void Words(string[] words) { lock (words) { } } // ok: an array of references
    public void Days(DayOfWeek[] days) { lock (days) { } } // ok: no primitive elements
    public void Numbers(nint[] numbers) { lock (numbers) { } }
//                                              ^^^^^^^ AW601
    private protected readonly object Inner = new();
    public void Inherited() { lock (Inner) { } } // ok: only derived types of the assembly see it
}

public class Primary(object gate)
{
    public void Lock() { lock (gate) { } } // ok: a parameter
}

public class Name(string gate)
{
    public void Lock() { lock (gate) { } }
//                             ^^^^ AW601 "an interned string"
}

public class Indirect<T, U> where U : Stream where T : U
{
    public void Lock(T item) { lock (item) { } }
//                                   ^^^^ AW601 "'Stream' objects"
}

public static class Extensions
{
    extension(Kept kept)
    {
        public void Lock() { lock (kept) { } } // ok: a parameter
    }
}

public class Explicit : System.Collections.ICollection
{
    private readonly object _root = new();
    object System.Collections.ICollection.SyncRoot => _root;
    bool System.Collections.ICollection.IsSynchronized => true;
    public int Count => 0;
    public void CopyTo(Array array, int index) { lock (_root) { } } // ok: ICollection says that users lock it
    public System.Collections.IEnumerator GetEnumerator() => Array.Empty<int>().GetEnumerator();
}
