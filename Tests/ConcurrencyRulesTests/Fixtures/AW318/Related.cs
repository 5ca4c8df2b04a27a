// summary: The last check is shown
using System;
using System.Collections.Generic;

public class Splitter
{
    public IEnumerable<int> Split(string text, int from)
    //                      ^^^^^ AW318
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
      //~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ AW318 "the last check"
        yield return text.Length;
    }
}
