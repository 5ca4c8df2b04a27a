// summary: Test code
// project: test
using System;
using System.Collections.Generic;

public class Data
{
    public static IEnumerable<object[]> Rows(string text) // ok: test code
    {
        ArgumentNullException.ThrowIfNull(text);
        yield return new object[] { text };
    }
}
