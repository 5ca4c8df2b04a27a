// summary: Bodies that can't simply be moved
using System;
using System.Collections.Generic;

public class Uses
{
    public IEnumerable<int> Shared(string text)
    //                      ^^^^^^ AW318
    {
        var count = 0;
        ArgumentNullException.ThrowIfNull(text);
        while (count < text.Length) yield return count++;
    }

    public IEnumerable<int> OneLine(string text) { ArgumentNullException.ThrowIfNull(text); yield return 1; }
    //                      ^^^^^^^ AW318
}
