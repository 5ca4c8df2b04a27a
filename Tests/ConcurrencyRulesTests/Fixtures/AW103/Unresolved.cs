// does not compile: an import is missing
// summary: Without the import Task and ThreadPool are taken for what they say
// language: 9
// project: web
// config: dotnet_diagnostic.AW103.severity = suggestion
// config: awaitwise.AW103.kinds = web
using System;

public class Fragment
{
    void Start()
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
        Task.Run(() => Console.WriteLine());
      //^^^^^^^^ AW103 suggestion "'Task' could not be resolved"
        ThreadPool.QueueUserWorkItem(_ => Console.WriteLine());
      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW103 "'ThreadPool' could not be resolved"
        Worker.Run(() => Console.WriteLine()); // ok: any other name
    }
}
