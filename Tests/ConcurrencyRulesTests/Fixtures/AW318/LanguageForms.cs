// summary: Further checks and further kinds of methods
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public interface ISplitter
{
    IEnumerable<int> Split(string? text)
    //               ^^^^^ AW318
    {
        ArgumentNullException.ThrowIfNull(text);
        yield return text.Length;
    }
}

public static class Splitters
{
    extension(string text)
    {
        public IEnumerable<char> Letters(int from)
        //                       ^^^^^^^ AW318
        {
            ArgumentOutOfRangeException.ThrowIfNegative(from);
            foreach (var letter in text) yield return letter;
        }
    }
}

public class Uses
{
    public IEnumerable<int> Coalesced(string? text) // ok: replaces a missing argument
    {
        text ??= "";
        yield return text.Length;
    }

    public IEnumerator<int> Pattern(object value)
    //                      ^^^^^^^ AW318
    {
        if (value is not string text) throw new ArgumentException("a", nameof(value));
        yield return text.Length;
    }

    public unsafe IEnumerable<int> Pointer(string text) // ok: unsafe
    {
        ArgumentNullException.ThrowIfNull(text);
        yield return text.Length;
    }

    public IEnumerable<int> UnsafeBlock(string text) // ok: unsafe
    {
        ArgumentNullException.ThrowIfNull(text);
        unsafe { int* number = null; }
        yield return text.Length;
    }
}
