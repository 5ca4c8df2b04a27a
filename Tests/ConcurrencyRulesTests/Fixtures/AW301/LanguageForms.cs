// summary: Newer forms of declarations and calls
using System;
using System.Threading.Tasks;
using static Remote;
using Work = System.Threading.Tasks.Task;

public static class Remote
{
    public static Task PingAsync() => Task.Delay(1);
    public static async Task PollAsync() => await Task.Delay(1);
}

public partial class Part
{
    public partial Task RunAsync();
    public async partial Task RunAsync() => await Task.Yield();
}

public record Order(string Name)
{
    public Task ShipAsync() => Task.Delay(1);

    public string Address
    {
        get;
        init
        {
            field = value;
            ShipAsync();
          //^^^^^^^^^ AW301
        }
    } = "";
}

public interface IPump
{
    Task SendAsync();

    void Send()
    {
        SendAsync();
      //^^^^^^^^^ AW301
    }

    static void Start(IPump pump) => pump.SendAsync();
    //                                    ^^^^^^^^^ AW301
}

public class Service(IPump pump, Func<Work> later)
{
    private readonly Action _start = () => pump.SendAsync();
    //                                          ^^^^^^^^^ AW301

    public void Start()
    {
        pump.SendAsync();
        //   ^^^^^^^^^ AW301
        later();
      //^^^^^ AW301
        PingAsync();
      //^^^^^^^^^ AW301 "its exceptions are lost."
        PollAsync();
      //^^^^^^^^^ AW301 "(The compiler reports CS4014 here.)"
        Work.Delay(1);
        //   ^^^^^ AW301
        this.Generic<int>();
        //   ^^^^^^^^^^^^ AW301 "(The compiler reports CS4014 here.)"
        pump!.SendAsync();
        //    ^^^^^^^^^ AW301
        (pump).SendAsync();
        //     ^^^^^^^^^ AW301
    }

    public async Task<T?> Generic<T>()
    {
        await Task.Yield();
        return default;
    }

    public void Parts(Part part)
    {
        part.RunAsync();
        //   ^^^^^^^^ AW301 "(The compiler reports CS4014 here.)"
    }

    public void Constrained<T>(Func<T> make) where T : Task
    {
        make();
      //^^^^ AW301
    }

    public int this[int index]
    {
        get
        {
            pump.SendAsync();
            //   ^^^^^^^^^ AW301
            return index;
        }
    }

    public static Service operator !(Service service)
    {
        PingAsync();
      //^^^^^^^^^ AW301
        return service;
    }
}

public static class PumpExtensions
{
    public static async Task OldAsync(this IPump pump) => await pump.SendAsync();

    extension(IPump pump)
    {
        public async Task NewAsync() => await pump.SendAsync();
        public void StartAll() => pump.SendAsync();
        //                             ^^^^^^^^^ AW301
    }

    public static void Use(IPump pump)
    {
        pump.OldAsync();
        //   ^^^^^^^^ AW301 "(The compiler reports CS4014 here.)"
        pump.NewAsync();
        //   ^^^^^^^^ AW301 "(The compiler reports CS4014 here.)"
    }
}
