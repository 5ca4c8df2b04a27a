// summary: A ThreadLocal<T> that makes the value for each thread
// project: library
// language: 8
// fix: Use ThreadLocal<T>
using System;
using System.Text;

class Buffers
{
    [ThreadStatic]
    private static StringBuilder t_builder = new StringBuilder();
    //                                     ^^^^^^^^^^^^^^^^^^^^^ AW701

    [ThreadStatic] private static int t_depth = 1;
    //                                        ^^^ AW701

    static string Join(string a) => t_builder.Append(a).ToString() + ++t_depth;
}
