// summary: [ThreadStatic] where it does nothing
// project: library
using System.Runtime.CompilerServices;

namespace Shop;

class Session
{
    [ThreadStatic] private int _depth;
//   ^^^^^^^^^^^^ AW702 error "[ThreadStatic] has no effect on the instance field '_depth'; it is shared by all threads."

    [System.ThreadStatic, NonSerialized] internal int Shown;
//   ^^^^^^^^^^^^^^^^^^^ AW702 "field 'Shown'"

    [field: ThreadStaticAttribute] private readonly List<int> _list = new(), _other = new();
    //      ^^^^^^^^^^^^^^^^^^^^^ AW702 "field '_list'"

    [field: ThreadStatic] public int Depth { get; set; }
    //      ^^^^^^^^^^^^ AW702 "property 'Depth'"

    [field: ThreadStatic] public int Kept { get => field; set => field = value; }
    //      ^^^^^^^^^^^^ AW702 "property 'Kept'"

    [PerThread] private string? _name;
//   ^^^^^^^^^ AW702 "field '_name'"

    int All(Session other) => _depth + Shown + _list.Count + _other.Count + (_name?.Length ?? 0) + other._depth;
}

record Item([field: ThreadStatic] int Id);
//                  ^^^^^^^^^^^^ AW702 "property 'Id'"

record struct Point([field: ThreadStatic] int X);
//                          ^^^^^^^^^^^^ AW702 "property 'X'"

class PerThreadAttribute : ThreadStaticAttribute { }
