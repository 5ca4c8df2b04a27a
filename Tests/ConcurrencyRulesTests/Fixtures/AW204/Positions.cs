// summary: Tokens behind, by name, in front of an expanded list; never inside of one
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    public void Log(params string[] lines) { }
    public Task LogAsync(params string[] lines) => Task.Delay(1);
    public Task LogAsync(string[] lines, CancellationToken token) => Task.Delay(1);
    public void Run(string text, params object[] values) { }
    public Task RunAsync(string text, params object[] values) => Task.Delay(1);
    public Task RunAsync(string text, IEnumerable<object> values, CancellationToken token = default) => Task.Delay(1);
    public void First(params object[] values) { }
    public Task FirstAsync(CancellationToken token, params object[] values) => Task.Delay(1);
    public void Before(string text) { }
    public Task BeforeAsync(CancellationToken token, string text) => Task.Delay(1);
    public void Reload() { }
    public Task ReloadAsync(bool force = false, CancellationToken token = default) => Task.Delay(1);
}

public class Uses
{
    async Task RunAsync(Store store, CancellationToken token)
    {
        store.Log("a", "b");
        //    ^^^ AW204
        store.Run("a", 1, 2);
        //    ^^^ AW204
        store.Run("a");
        //    ^^^ AW204
        store.First(1, 2);
        //    ^^^^^ AW204
        store.Before("a");
        //    ^^^^^^ AW204
        store.Reload();
        //    ^^^^^^ AW204
        await Task.Yield();
    }
}
