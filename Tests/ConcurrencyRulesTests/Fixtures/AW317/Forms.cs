// summary: Names that promise what nobody can await
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Counter
{
    private int _count;

    public int CountAsync(string text) => text.Length;
    //         ^^^^^^^^^^ AW317 suggestion "'CountAsync' ends in 'Async' but returns 'int', which cannot be awaited."

    void ResetAsync() { _count = 0; }
    //   ^^^^^^^^^^ AW317 "returns 'void'"

    public IEnumerable<int> ListAsync(int n)
    //                      ^^^^^^^^^ AW317 "returns 'IEnumerable<int>'"
    {
        ResetAsync();
        yield return CountAsync("a") + n;
    }

    /// <summary>See <see cref="CountAsync"/>.</summary>
    public void Outer()
    {
        string NameAsync() => nameof(CountAsync);
        //     ^^^^^^^^^ AW317 "'NameAsync'"
        Console.WriteLine(NameAsync());
    }

    public async void HandleAsync(object sender, EventArgs e) => await Task.Yield();
    //                ^^^^^^^^^^^ AW317
}
