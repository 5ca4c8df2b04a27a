// does not compile: an import is missing
// summary: Without the import Thread is taken for what it says, in async functions
// language: 9
using System;

public class Fragment
{
    async System.Threading.Tasks.Task RunAsync()
    {
        Console.WriteLine(1);
        Console.WriteLine(2);
        Console.WriteLine(3);
        Console.WriteLine(4);
        Console.WriteLine(5);
        Console.WriteLine(6);
        Console.WriteLine(7);
        Console.WriteLine(8);
        Console.WriteLine(9);
        Console.WriteLine(10);
        Console.WriteLine(11);
        Console.WriteLine(12);
        Console.WriteLine(13);
        Console.WriteLine(14);
        Console.WriteLine(15);
        Console.WriteLine(16);
        Console.WriteLine(17);
        Console.WriteLine(18);
        Console.WriteLine(19);
        Thread.Sleep(100);
      //^^^^^^^^^^^^ AW205 suggestion "(assumed from the name: 'Thread' could not be resolved)"
        Bed.Sleep(100); // ok: any other name
    }

    System.Threading.Tasks.Task LiftedAsync()
    {
        Thread.Sleep(100); // ok: no async function
        return null;
    }
}
