// summary: Values that are all zeros, and what a static constructor assigns
// project: library
using Local = System.ThreadStaticAttribute;

namespace Shop;

class Zeros
{
    [ThreadStatic] private static DateTime t_new = new(); // ok: the default
    [ThreadStatic] private static DateTime t_date = new DateTime(); // ok: the default
    [ThreadStatic] private static TimeSpan t_time = TimeSpan.Zero; // ok: the default
    [ThreadStatic] private static Guid t_id = Guid.Empty; // ok: the default
    [ThreadStatic] private static IntPtr t_pointer = IntPtr.Zero; // ok: the default
    [ThreadStatic] private static decimal t_price = 0.00m; // ok: the default
    [ThreadStatic] private static CancellationToken t_token = CancellationToken.None; // ok: the default
    [ThreadStatic] private static int? t_none = null; // ok: the default
    [ThreadStatic] private static object? t_cast = (object?)null; // ok: the default
    [ThreadStatic] private static object? t_text = default(string); // ok: the default
    [ThreadStatic] private static (int, string?) t_pair = (0, null); // ok: the default
    [ThreadStatic] private static Plain t_plain = new Plain(); // ok: the default

    [ThreadStatic] private static Plain t_filled = new Plain { Count = 1 };
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^ AW701
    [ThreadStatic] private static Made t_made = new Made();
//                                            ^^^^^^^^^^^^ AW701
    [ThreadStatic] private static decimal t_one = 1m;
//                                              ^^^^ AW701
    [ThreadStatic] private static (int, string?) t_named = (0, "");
//                                                       ^^^^^^^^^ AW701
    [ThreadStatic] private static object? t_boxed = default(int);
//                                                ^^^^^^^^^^^^^^ AW701
    [ThreadStatic] private static DateTime t_now = DateTime.Now;
//                                               ^^^^^^^^^^^^^^ AW701
    [ThreadStatic] private static int[] t_array = { 1 };
//                                              ^^^^^^^ AW701
    [ThreadStatic] private static int[] t_list = [1];
//                                             ^^^^^ AW701
    [Local] private static int t_alias = 1;
//                                     ^^^ AW701

    struct Plain { public int Count; }
    struct Made { public int Count; public Made() { Count = 1; } }
}

class Assigned
{
    [ThreadStatic] private static int t_first, t_second, t_third, t_fourth;
    [ThreadStatic] private static object? t_lazy;
    [field: ThreadStatic] private static int Depth { get; set; }
    private static int Shared { get; set; }

    static Assigned()
    {
        (t_first, t_second) = (1, 2);
//       ^^^^^^^ AW701
//                ^^^^^^^^ AW701
        (t_first, Shared) = (0, 1); // ok: the default, and an ordinary property
        Depth = 3;
//      ^^^^^ AW701
        t_lazy ??= new object();
//      ^^^^^^ AW701
        t_third++;
//      ^^^^^^^ AW701
        Fill(out t_fourth);
//               ^^^^^^^^ AW701
        Shared = 1; // ok: belongs to all threads
    }

    static void Fill(out int value) => value = 1;
}

interface IShared { [ThreadStatic] private static int t_count = 1; }
//                                                            ^^^ AW701
record Entry { [ThreadStatic] private static int t_count = 1; }
//                                                       ^^^ AW701
class Generic<T> { [ThreadStatic] private static T? t_value = default; [ThreadStatic] private static T t_made = Make(); static T Make() => throw new NotSupportedException(); }
//                                                                                                            ^^^^^^^^ AW701
