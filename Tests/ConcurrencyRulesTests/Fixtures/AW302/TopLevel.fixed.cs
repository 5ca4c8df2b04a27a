// summary: A top-level program is async code
using System;
using System.Threading.Tasks;

Pump? pump = new Pump();
await pump.SendAsync();
if (pump != null)
{
    await pump.SendAsync();
}
await Task.Delay(1);

public class Pump
{
    public Task SendAsync() => Task.CompletedTask;
}
