// summary: Fields that have no value of one thread
// project: library
using System.Text;

namespace Shop;

class Buffers
{
    [ThreadStatic] private static StringBuilder? t_builder; // ok: no initializer
    [ThreadStatic] private static int t_zero = 0; // ok: the default
    [ThreadStatic] private static string? t_null = null; // ok: the default
    [ThreadStatic] private static string t_forgiven = null!; // ok: the default
    [ThreadStatic] private static bool t_false = false; // ok: the default
    [ThreadStatic] private static DateTime t_time = default; // ok: the default
    [ThreadStatic] private static long t_long = default(long); // ok: the default
    [ThreadStatic] private static DayOfWeek t_day = DayOfWeek.Sunday; // ok: the default
    [ThreadStatic] private static char t_char = '\0'; // ok: the default
    private static readonly ThreadLocal<StringBuilder> Builder = new(() => new StringBuilder()); // ok: each its own
    private static readonly AsyncLocal<int> Flow = new(); // ok: another mechanism
    private static StringBuilder s_shared = new(); // ok: shared on purpose
    [field: ThreadStatic] public static int Depth { get; set; } // ok: no initializer

    static Buffers()
    {
        s_shared = new StringBuilder(); // ok: no thread static field
        t_zero = 0; // ok: the default
    }

    Buffers() { t_null = ""; } // ok: runs on the thread that uses it

    static StringBuilder Get() => t_builder ??= new StringBuilder(); // ok: on use
    static string All() => $"{t_zero}{t_null}{t_forgiven}{t_false}{t_time}{t_long}{t_day}{t_char}{Builder}{Flow}{s_shared}";
}

class Plain
{
    private static int s_count = 1; // ok: no attribute
    [Obsolete] private static int s_old = 1; // ok: another attribute

    static Plain() { s_count = s_old; } // ok: no attribute
}
