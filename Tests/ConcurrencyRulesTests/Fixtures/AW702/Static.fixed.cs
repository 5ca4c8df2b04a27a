// summary: The member becomes static, where no other object is asked for it
// project: library
// fix: Make static
using System;
using System.Threading;

class Session
{
    [ThreadStatic] private static int _depth;
    [field: ThreadStatic] internal static int Level { get; set; }

    int Next() => ++_depth + _depth + Level;
    int Named(int _depth) => Session._depth + _depth;
}
