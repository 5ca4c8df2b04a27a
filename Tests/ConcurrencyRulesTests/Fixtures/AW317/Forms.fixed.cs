// summary: Names that promise what nobody can await
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Counter
{
    private int _count;

    public int Count(string text) => text.Length;

    void Reset() { _count = 0; }

    public IEnumerable<int> List(int n)
    {
        Reset();
        yield return Count("a") + n;
    }

    /// <summary>See <see cref="Count"/>.</summary>
    public void Outer()
    {
        string Name() => nameof(Count);
        Console.WriteLine(Name());
    }

    public async void Handle(object sender, EventArgs e) => await Task.Yield();
}
