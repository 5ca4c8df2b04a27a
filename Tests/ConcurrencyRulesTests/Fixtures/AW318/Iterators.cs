// summary: Checks that wait for the first element
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

public static class Sequences
{
    public static IEnumerable<string> Split(string text)
    //                                ^^^^^ AW318 suggestion "The argument checks of 'Split' run only when the sequence is enumerated. Split the checks from the iterator."
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var part in text.Split(',')) yield return part.Trim();
    }

    public static IEnumerable<T> Every<T>(this IEnumerable<T> source, int step)
    //                           ^^^^^ AW318
    {
        if (source == null) throw new ArgumentNullException(nameof(source));
        if (step < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(step));
        }

        // The first one counts.
        var index = 0;
        foreach (var item in source)
        {
            if (index++ % step == 0) yield return item;
        }
    }

    internal static IEnumerator<int> Countdown(int from)
    //                               ^^^^^^^^^ AW318
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        while (from > 0) yield return from--;
    }

    public static async IAsyncEnumerable<int> ReadAsync(string text, [EnumeratorCancellation] CancellationToken token = default)
    //                                        ^^^^^^^^^ AW318
    {
        var limit = 10;
        _ = text ?? throw new ArgumentNullException(nameof(text));
        await Task.Delay(1, token);
        for (var i = 0; i < limit; i++)
        {
            yield return text.Length;
        }
    }

    private static string Text(IEnumerable<int> values) => @"
    " + values;

    public static IEnumerable<string> Lines(string text)
    //                                ^^^^^ AW318
    {
        text = text ?? throw new ArgumentNullException(nameof(text));

        yield return @"first
second";
        yield return text;
        int Core() => 1;
        yield return Core().ToString();
    }
}
