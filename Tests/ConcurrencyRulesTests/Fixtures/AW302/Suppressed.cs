// summary: What silences the compiler's warning silences this
using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;

public class Pump
{
    public Task SendAsync() => Task.CompletedTask;

    public async Task RunAsync(Pump? other)
    {
#pragma warning disable CS4014
        SendAsync(); // ok: the compiler's id
        other?.SendAsync(); // ok: the compiler's id
#pragma warning restore CS4014
#pragma warning disable 4014, 168
        SendAsync(); // ok: its number alone
#pragma warning restore 4014
        SendAsync();
      //^^^^^^^^^ AW302
        await SendAsync();
    }
}
