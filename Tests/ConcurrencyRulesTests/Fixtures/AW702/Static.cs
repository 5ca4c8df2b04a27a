// summary: The member becomes static, where no other object is asked for it
// project: library
// fix: Make static
using System;
using System.Threading;

class Session
{
    [ThreadStatic] private int _depth;
//   ^^^^^^^^^^^^ AW702
    [field: ThreadStatic] internal int Level { get; set; }
    //      ^^^^^^^^^^^^ AW702

    int Next() => ++this._depth + _depth + this.Level;
    int Named(int _depth) => this._depth + _depth;
}
