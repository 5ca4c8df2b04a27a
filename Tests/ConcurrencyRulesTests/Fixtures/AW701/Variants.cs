// summary: Initializers that only the first thread sees
// project: library
using System.Text;

namespace Shop;

class Buffers
{
    [ThreadStatic] private static StringBuilder t_builder = new StringBuilder();
    //                                                    ^^^^^^^^^^^^^^^^^^^^^ AW701 warning "The initializer of 't_builder' runs once, for the first thread; every other thread sees the default value. Initialize on use."

    [ThreadStatic] private static int t_depth = 1, t_free;
    //                                        ^^^ AW701 "'t_depth'"

    [ThreadStatic] internal static int t_a = 1, t_b = 2;
    //                                     ^^^ AW701 "'t_a'"
    //                                              ^^^ AW701 "'t_b'"

    [PerThread] private static List<int> t_list = new();
    //                                          ^^^^^^^ AW701 "'t_list'"

    [field: ThreadStatic] public static int Depth { get; set; } = 3;
    //                                                          ^^^ AW701 "'Depth'"

    [ThreadStatic] private static int? t_nullable = 0;
    //                                            ^^^ AW701 "'t_nullable'"

    [ThreadStatic] private static string t_text = "";
    //                                          ^^^^ AW701

    [ThreadStatic] private static int t_level;
    [ThreadStatic] private static object? t_gate;

    static Buffers()
    {
        t_level = 3;
//      ^^^^^^^ AW701 "'t_level'"
        if (t_depth > 0) Buffers.t_gate = new object();
        //               ^^^^^^^^^^^^^^ AW701 "'t_gate'"
        t_free = 0;
        Action later = () => t_free = 5;
        later();
    }

    static int All() => t_builder.Length + t_depth + t_list.Count + t_free + (t_nullable ?? 0) + t_text.Length;
}

class PerThreadAttribute : ThreadStaticAttribute { }
