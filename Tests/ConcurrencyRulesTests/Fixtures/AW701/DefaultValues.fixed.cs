// summary: Default values on demand
// config: awaitwise.AW701.default_values = true
// project: library
using System;

class Zero
{
    [ThreadStatic] private static int t_zero;
    [ThreadStatic] private static string? t_null, t_other; // both
    [field: ThreadStatic] public static bool Flag { get; set; }

    static int All() => t_zero + (t_null + t_other).Length;
}
