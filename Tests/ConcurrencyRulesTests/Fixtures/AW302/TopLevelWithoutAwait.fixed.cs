// summary: Without an await of its own a top-level program is no async code to the compiler
using System;
using System.Threading.Tasks;

var pump = new Pump();
await pump.SendAsync();
await pump.StartAsync();

public class Pump
{
    public Task SendAsync() => Task.CompletedTask;
    public async Task StartAsync() => await Task.Yield();
}
