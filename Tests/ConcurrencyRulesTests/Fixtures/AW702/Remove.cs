// summary: The attribute goes, comments on its line stay
// project: library
using System;

class Session
{
    [ThreadStatic] private int _depth;
//   ^^^^^^^^^^^^ AW702

    [ThreadStatic]
//   ^^^^^^^^^^^^ AW702
    private int _own;

    [ThreadStatic] // one per thread
//   ^^^^^^^^^^^^ AW702
    private int _kept;

    [Obsolete, ThreadStatic]
    //         ^^^^^^^^^^^^ AW702
    private int _last;

    [ThreadStatic, Obsolete]
//   ^^^^^^^^^^^^ AW702
    private int _first;

    [NonSerialized]
    [ThreadStatic]
//   ^^^^^^^^^^^^ AW702
    private int _second;

    [field: ThreadStatic]
    //      ^^^^^^^^^^^^ AW702
    public int Depth { get; set; }
}

record Item([field: ThreadStatic] int Id, int Other);
//                  ^^^^^^^^^^^^ AW702
