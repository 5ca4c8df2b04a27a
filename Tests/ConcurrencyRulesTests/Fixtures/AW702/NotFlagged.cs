// summary: [ThreadStatic] where it works, and attributes that are something else
// project: library
namespace Shop
{
    class Session
    {
        [ThreadStatic] private static int t_depth; // ok: static
        [ThreadStatic] internal static List<int>? t_list; // ok: static
        [field: ThreadStatic] public static int Depth { get; set; } // ok: static
        [field: ThreadStatic] public static event Action? Changed; // ok: static
        [field: ThreadStatic] public event Action? Closed; // ok: an event
        [NonSerialized] private int _plain; // ok: another attribute
        [Own.ThreadStatic] private int _own; // ok: another class of this name
        private readonly ThreadLocal<int> _local = new(); // ok: the better way
        [field: NonSerialized] public int Value { get; set; } // ok: another attribute
        [Obsolete] public int Old { get; set; } // ok: another attribute

        int All() => t_depth + _plain + _own + _local.Value + (t_list?.Count ?? 0);
        void Raise() { Changed?.Invoke(); Closed?.Invoke(); }
    }

    record Item([property: Obsolete] int Id); // ok: another attribute
}

namespace Own
{
    class ThreadStaticAttribute : Attribute { }
}
