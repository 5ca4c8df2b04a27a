// summary: The value is made where it is used
// project: library
// language: 10
// fix: Initialize on use
#nullable enable
using System;
using System.Collections.Generic;
using System.Text;

class Buffers
{
    [ThreadStatic] private static StringBuilder t_builder = new StringBuilder();
    //                                                    ^^^^^^^^^^^^^^^^^^^^^ AW701
    [ThreadStatic] private static List<int>? t_list = new(4);
    //                                              ^^^^^^^^ AW701

    static string Join(string a, string b) => t_builder.Clear().Append(a).Append(b).ToString();

    static List<int> Get() => t_list;

    static void Use(Action<StringBuilder> use)
    {
        use(t_builder);
        var builder = t_builder;
        t_list = null;
        if (Buffers.t_list != null) builder.Append(nameof(t_list));
        t_list?.Clear();
        foreach (int item in t_list) builder.Append(item);
    }
}
