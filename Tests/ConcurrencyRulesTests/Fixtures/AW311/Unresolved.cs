// does not compile: the gate is declared nowhere
// summary: A call that could not be resolved, by its name
using System;
using System.Threading.Tasks;

public class Uses
{
    async Task EnterAsync(int n)
    {
        Console.WriteLine(n);
        Console.WriteLine(n + 1);
        Console.WriteLine(n + 2);
        Console.WriteLine(n + 3);
        Console.WriteLine(n + 4);
        Console.WriteLine(n + 5);
        Console.WriteLine(n + 6);
        Console.WriteLine(n + 7);
        await Task.Delay(1);
        using (gate.EnterAsync()) { }
        //     ^^^^^^^^^^^^^^^^^ AW311 suggestion "(assumed from the name: 'EnterAsync' could not be resolved)"
        using (gate.Enter()) { } // ok: not named so
    }
}
