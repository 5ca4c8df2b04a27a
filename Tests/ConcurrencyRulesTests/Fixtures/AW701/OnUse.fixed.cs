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
    [ThreadStatic] private static StringBuilder? t_builder;
    [ThreadStatic] private static List<int>? t_list;

    static string Join(string a, string b) => (t_builder ??= new StringBuilder()).Clear().Append(a).Append(b).ToString();

    static List<int> Get() => t_list ??= new(4);

    static void Use(Action<StringBuilder> use)
    {
        use(t_builder ??= new StringBuilder());
        var builder = t_builder ??= new StringBuilder();
        t_list = null;
        if ((Buffers.t_list ??= new(4)) != null) builder.Append(nameof(t_list));
        (t_list ??= new(4))?.Clear();
        foreach (int item in t_list ??= new(4)) builder.Append(item);
    }
}
