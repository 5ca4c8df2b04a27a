// summary: A top-level program is async code
using System;
using System.Threading.Tasks;

Pump? pump = new Pump();
pump.SendAsync();
//   ^^^^^^^^^ AW302 "(The compiler reports CS4014 here.)"
pump?.SendAsync();
//    ^^^^^^^^^ AW302 warning
await Task.Delay(1);

public class Pump
{
    public Task SendAsync() => Task.CompletedTask;
}
