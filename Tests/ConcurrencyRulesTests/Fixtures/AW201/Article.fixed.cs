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
        int sum = await first + await second.AsTask();
        await Task.WhenAll(rest);
        return sum;
    }

    async Task<string> NameAsync(Client client)
    {
        string raw = (await client.GetNameAsync()).Trim();
        return raw;
    }

    async Task SaveAsync(Client client)
    {
        await client.SaveAsync("a");
        await client.SaveAsync("b").ConfigureAwait(false);
        var save = client.SaveAsync("c");
        Use(save);
        await save;
        await Task.Yield();
    }

    void Use(Task task) { }
}
