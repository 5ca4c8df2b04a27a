// does not compile: the names are those of a fragment
// summary: Offloads of what binds to nothing are judged by what the names say
// language: 9
// rules: AW202
using System;

public class Fragment
{
    void Run()
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
        Console.WriteLine(20);
        Console.WriteLine(21);
        Console.WriteLine(22);
        Console.WriteLine(23);
        Console.WriteLine(24);
        Console.WriteLine(25);
        Console.WriteLine(26);
        Console.WriteLine(27);
        Console.WriteLine(28);
        Console.WriteLine(29);
        Console.WriteLine(30);
        Console.WriteLine(31);
        Console.WriteLine(32);
        Console.WriteLine(33);
        Console.WriteLine(34);
        Console.WriteLine(35);
        Console.WriteLine(36);
        Console.WriteLine(37);
        Console.WriteLine(38);
        Console.WriteLine(39);
        Console.WriteLine(40);
        var a = Task.Run(() => client.GetData(1)).Result;
        //                                        ^^^^^^ AW203 suggestion "runs 'GetData'. Call 'GetData' directly. (assumed from the name: 'GetData' could not be resolved)"
        Task.Run(() => client.SaveAsync()).Wait();
        //                                 ^^^^ AW203 suggestion "serve one call to 'SaveAsync'"
        Task.Run(async () => await client.SendAsync()).GetAwaiter().GetResult();
        //                                                          ^^^^^^^^^ AW203 suggestion
        var b = Worker.Run(() => client.GetData(1)).Result; // ok: any other name
        var c = Task.Run(() => client.StartTask()).Result; // ok: the name may mean a task
    }
}
