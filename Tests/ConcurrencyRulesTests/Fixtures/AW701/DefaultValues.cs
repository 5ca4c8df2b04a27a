// summary: Default values on demand
// config: awaitwise.AW701.default_values = true
// project: library
using System;

class Zero
{
    [ThreadStatic] private static int t_zero = 0;
    //                                       ^^^ AW701
    [ThreadStatic] private static string? t_null = null, t_other = null; // both
    //                                           ^^^^^^ AW701
    //                                                           ^^^^^^ AW701
    [field: ThreadStatic] public static bool Flag { get; set; } = false;
    //                                                          ^^^^^^^ AW701

    static int All() => t_zero + (t_null + t_other).Length;
}
