// summary: Instance fields in newer forms of code
// project: library
namespace Shop;

struct Point { [ThreadStatic] private int _x; }
//              ^^^^^^^^^^^^ AW702
ref struct Window { [ThreadStatic] private ref int _x; }
//                   ^^^^^^^^^^^^ AW702

class Session
{
    [field: ThreadStatic] public required int Depth { get; init; }
//          ^^^^^^^^^^^^ AW702
    [ThreadStatic] private volatile int _level;
//   ^^^^^^^^^^^^ AW702
    [ThreadStatic] private const int Size = 1; // ok: a constant
    private int Next() => ++_level + Size;
}

interface IShared
{
    [ThreadStatic] private static int t_count; // ok: static
}
