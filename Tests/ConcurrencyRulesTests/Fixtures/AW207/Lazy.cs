// summary: Of several waits in a lazy factory the first is reported; waits in general keep silent
// rules: AW201, AW202
using System;
using System.Threading.Tasks;

public class Lazies
{
    private readonly Lazy<int> _value = new(() =>
    {
        int first = LoadAsync().Result;
        //                      ^^^^^^ AW207
        int second = LoadAsync().Result; // ok: the first says it
        return first + second;
    });

    private static Task<int> LoadAsync() => Task.FromResult(1);
}
