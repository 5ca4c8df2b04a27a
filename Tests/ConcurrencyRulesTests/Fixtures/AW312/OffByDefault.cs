// summary: Off unless it is asked for
using System.Threading.Tasks;

public class Off
{
    private Task SaveAsync(string key) => Task.Delay(1);

    public async Task FirstAsync() => await SaveAsync("a"); // ok: off
}
