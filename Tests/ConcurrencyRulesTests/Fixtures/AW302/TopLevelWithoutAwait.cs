// summary: Without an await of its own a top-level program is no async code to the compiler
using System;
using System.Threading.Tasks;

var pump = new Pump();
pump.SendAsync();
//   ^^^^^^^^^ AW302 suggestion "exceptions are lost."
pump.StartAsync();
//   ^^^^^^^^^^ AW302 "(The compiler reports CS4014 here.)"

public class Pump
{
    public Task SendAsync() => Task.CompletedTask;
    public async Task StartAsync() => await Task.Yield();
}
