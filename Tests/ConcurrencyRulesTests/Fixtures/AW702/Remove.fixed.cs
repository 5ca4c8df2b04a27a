// summary: The attribute goes, comments on its line stay
// project: library
using System;

class Session
{
    private int _depth;

    private int _own;

    // one per thread
    private int _kept;

    [Obsolete]
    private int _last;

    [Obsolete]
    private int _first;

    [NonSerialized]
    private int _second;

    public int Depth { get; set; }
}

record Item(int Id, int Other);
