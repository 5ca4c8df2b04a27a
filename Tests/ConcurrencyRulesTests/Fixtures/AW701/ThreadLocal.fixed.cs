// summary: A ThreadLocal<T> that makes the value for each thread
// project: library
// language: 8
// fix: Use ThreadLocal<T>
using System;
using System.Text;
using System.Threading;

class Buffers
{
    private static readonly ThreadLocal<StringBuilder> t_builder = new ThreadLocal<StringBuilder>(() => new StringBuilder());

    private static readonly ThreadLocal<int> t_depth = new ThreadLocal<int>(() => 1);

    static string Join(string a) => t_builder.Value.Append(a).ToString() + ++t_depth.Value;
}
