// summary: Checks by methods that the configuration names
// config: awaitwise.AW318.guards = Own.Guard.NotNull, Own.Checks
using System.Collections.Generic;

namespace Own
{
    public static class Guard
    {
        public static void NotNull(object value) { }
        public static void Other(object value) { }
    }

    public static class Checks
    {
        public static void Positive(int value) { }
    }

    public class Uses
    {
        public IEnumerable<int> First(object value)
        //                      ^^^^^ AW318
        {
            Guard.NotNull(value);
            yield return 1;
        }

        public IEnumerable<int> Second(int value)
        //                      ^^^^^^ AW318
        {
            Checks.Positive(value);
            yield return value;
        }

        public IEnumerable<int> Third(object value) // ok: not named
        {
            Guard.Other(value);
            yield return 1;
        }
    }
}
