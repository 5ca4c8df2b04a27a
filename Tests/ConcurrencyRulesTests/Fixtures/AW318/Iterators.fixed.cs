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
    {
        ArgumentNullException.ThrowIfNull(text);
        return Core();

        IEnumerable<string> Core()
        {
            foreach (var part in text.Split(',')) yield return part.Trim();
        }
    }

    public static IEnumerable<T> Every<T>(this IEnumerable<T> source, int step)
    {
        if (source == null) throw new ArgumentNullException(nameof(source));
        if (step < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(step));
        }

        return Core();

        IEnumerable<T> Core()
        {
            // The first one counts.
            var index = 0;
            foreach (var item in source)
            {
                if (index++ % step == 0) yield return item;
            }
        }
    }

    internal static IEnumerator<int> Countdown(int from)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        return Core(from);

        IEnumerator<int> Core(int from)
        {
            while (from > 0) yield return from--;
        }
    }

    public static IAsyncEnumerable<int> ReadAsync(string text, CancellationToken token = default)
    {
        var limit = 10;
        _ = text ?? throw new ArgumentNullException(nameof(text));
        return Core(token);

        async IAsyncEnumerable<int> Core([EnumeratorCancellation] CancellationToken token)
        {
            await Task.Delay(1, token);
            for (var i = 0; i < limit; i++)
            {
                yield return text.Length;
            }
        }
    }

    private static string Text(IEnumerable<int> values) => @"
    " + values;

    public static IEnumerable<string> Lines(string text)
    {
        text = text ?? throw new ArgumentNullException(nameof(text));

        return LinesCore();

        IEnumerable<string> LinesCore()
        {
            yield return @"first
second";
            yield return text;
            int Core() => 1;
            yield return Core().ToString();
        }
    }
}
