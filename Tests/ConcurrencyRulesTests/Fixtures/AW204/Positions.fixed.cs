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
        await store.LogAsync("a", "b");
        await store.RunAsync("a", 1, 2);
        await store.RunAsync("a");
        await store.FirstAsync(token, 1, 2);
        await store.BeforeAsync(token, "a");
        await store.ReloadAsync(token: token);
        await Task.Yield();
    }
}
