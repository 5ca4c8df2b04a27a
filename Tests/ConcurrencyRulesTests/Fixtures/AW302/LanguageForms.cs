// summary: Newer forms of calls, and what behind a question mark is no dropped task
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public interface IPump
{
    Task SendAsync();
    IPump? Next { get; set; }
    Task? Running { get; set; }
}

public static class Pumps
{
    extension(IPump pump)
    {
        public Task DrainAsync() => pump.SendAsync();
    }

    public static Task SealAsync(this IPump pump) => pump.SendAsync();
}

public class Uses(IPump pump)
{
    public async Task RunAsync(IPump? other)
    {
        pump.DrainAsync();
        //   ^^^^^^^^^^ AW302 suggestion
        other?.DrainAsync();
        //     ^^^^^^^^^^ AW302 warning
        other?.Next?.SealAsync();
        //           ^^^^^^^^^ AW302 warning
        other?.Running = pump.SendAsync(); // ok: assigned
        pump.Running = other?.SendAsync(); // ok: assigned
        (other ?? pump).SendAsync();
        //              ^^^^^^^^^ AW302 suggestion
        (other?.Next)!.SendAsync();
        //             ^^^^^^^^^ AW302 suggestion
        await pump.SendAsync();
    }

    public async IAsyncEnumerable<int> StreamAsync()
    {
        pump.SendAsync();
        //   ^^^^^^^^^ AW302
        await Task.Yield();
        yield return 1;
    }

    public async Task CatchAsync()
    {
        try { await pump.SendAsync(); }
        catch (Exception)
        {
            pump.SendAsync();
            //   ^^^^^^^^^ AW302
        }
        finally
        {
            pump.SendAsync();
            //   ^^^^^^^^^ AW302
        }
    }
}
