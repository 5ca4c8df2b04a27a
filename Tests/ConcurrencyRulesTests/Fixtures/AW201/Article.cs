// summary: Waits in code that can await, and what awaiting makes of them
using System.Threading.Tasks;

public class Client
{
    public Task<string> GetNameAsync() => Task.FromResult("name");
    public Task SaveAsync(string name) => Task.CompletedTask;
}

public class Totals
{
    async Task<int> TotalAsync(Task<int> first, ValueTask<int> second, Task[] rest)
    {
        int sum = first.Result + second.AsTask().GetAwaiter().GetResult();
        //              ^^^^^^ AW201 warning "'Result' blocks the thread and can deadlock where a synchronization context exists; this function can await. Use await."
        //                                                    ^^^^^^^^^ AW201 "'GetResult'"
        Task.WaitAll(rest);
        //   ^^^^^^^ AW201 "Use await Task.WhenAll."
        return sum;
    }

    Task<string> NameAsync(Client client)
    {
        string raw = client.GetNameAsync().Result.Trim();
        //                                 ^^^^^^ AW201
        return Task.FromResult(raw);
    }

    async Task SaveAsync(Client client)
    {
        client.SaveAsync("a").Wait();
        //                    ^^^^ AW201 "'Wait'"
        client.SaveAsync("b").ConfigureAwait(false).GetAwaiter().GetResult();
        //                                                       ^^^^^^^^^ AW201
        var save = client.SaveAsync("c");
        Use(save);
        save.Wait();
        //   ^^^^ AW201
        await Task.Yield();
    }

    void Use(Task task) { }
}
