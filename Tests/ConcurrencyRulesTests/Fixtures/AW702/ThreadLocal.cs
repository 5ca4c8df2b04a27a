// summary: A ThreadLocal<T> for each object
// project: library
// fix: Use ThreadLocal<T>
using System;

class Session
{
    [ThreadStatic] private int _depth;
//   ^^^^^^^^^^^^ AW702
    [ThreadStatic] // a buffer
//   ^^^^^^^^^^^^ AW702
    private readonly byte[] _buffer = new byte[16];

    int Next(Session other)
    {
        _depth++;
        _buffer[0] = 1;
        other._depth += _buffer.Length;
        return this._depth + nameof(_depth).Length;
    }
}
