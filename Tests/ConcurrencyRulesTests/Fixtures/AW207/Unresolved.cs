// does not compile: the names are those of a fragment
// summary: Names that bind to nothing are judged by what they say
using System;
using System.Threading.Tasks;

public class Fragment
{
    Fragment()
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
        var a = client.GetAsync(1).Result;
        //                         ^^^^^^ AW207 suggestion "(assumed from the name: 'GetAsync' could not be resolved)"
        services.AddSingleton(provider => client.GetAsync(2).Result);
        //                                                   ^^^^^^ AW207 suggestion "AddSingleton"
        services.Add(provider => client.GetAsync(2).Result); // ok: the name does not say that it is a factory
    }
}
