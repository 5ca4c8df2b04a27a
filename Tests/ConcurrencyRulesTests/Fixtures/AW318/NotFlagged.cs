// summary: Checks that run in time, and what is no check
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

public class Silent
{
    private bool _isDisposed;

    public IEnumerable<int> Split(string text) // ok: split already
    {
        ArgumentNullException.ThrowIfNull(text);
        return Core();
        IEnumerable<int> Core() { yield return text.Length; }
    }

    public IEnumerable<int> Later(string text) // ok: behind the first element
    {
        yield return 1;
        ArgumentNullException.ThrowIfNull(text);
    }

    public IEnumerable<int> Disposed(string text) // ok: no argument is checked
    {
        if (_isDisposed) throw new ObjectDisposedException("x");
        yield return 1;
    }

    public IEnumerable<int> Mixed(string text) // ok: work comes first
    {
        Console.WriteLine(text);
        ArgumentNullException.ThrowIfNull(text);
        yield return 1;
    }

    public IEnumerable<int> OnlyCheck() // ok: no parameter
    {
        if (_isDisposed) throw new ArgumentException("x");
        yield return 1;
    }

    public IEnumerable<int> Choice(string text) // ok: does more than to throw
    {
        if (text == null)
        {
            Console.WriteLine();
            throw new ArgumentNullException(nameof(text));
        }
        yield return 1;
    }

    public IEnumerable<int> Else(string text) // ok: has another arm
    {
        if (text == null) throw new ArgumentNullException(nameof(text));
        else yield return 1;
    }

    public List<int> List(string text) // ok: no iterator
    {
        ArgumentNullException.ThrowIfNull(text);
        return new List<int>();
    }

    public async Task<int> CountAsync(string text) // ok: async methods are an option
    {
        ArgumentNullException.ThrowIfNull(text);
        return await Task.FromResult(text.Length);
    }

    public IEnumerable<int> Directive(string text) // ok: divided by directives
    {
        ArgumentNullException.ThrowIfNull(text);
#if DEBUG
        Console.WriteLine(text);
#endif
        yield return 1;
    }

    public void Outer()
    {
        IEnumerable<int> Inner(string text) // ok: a local function
        {
            ArgumentNullException.ThrowIfNull(text);
            yield return 1;
        }
        foreach (var number in Inner("a")) Console.WriteLine(number);
    }

    public IEnumerable<int> Fallback(string text) // ok: no exception
    {
        text = text ?? "";
        yield return text.Length;
    }

    public IEnumerable<int> Empty(string text) // ok: nothing follows
    {
        ArgumentNullException.ThrowIfNull(text);
        return null;
    }
}
