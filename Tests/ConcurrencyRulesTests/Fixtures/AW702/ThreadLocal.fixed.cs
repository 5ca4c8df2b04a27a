// summary: A ThreadLocal<T> for each object
// project: library
// fix: Use ThreadLocal<T>
using System;

class Session
{
    private readonly ThreadLocal<int> _depth = new();
    // a buffer
    private readonly ThreadLocal<byte[]> _buffer = new(() => new byte[16]);

    int Next(Session other)
    {
        _depth.Value++;
        _buffer.Value[0] = 1;
        other._depth.Value += _buffer.Value.Length;
        return this._depth.Value + nameof(_depth).Length;
    }
}
