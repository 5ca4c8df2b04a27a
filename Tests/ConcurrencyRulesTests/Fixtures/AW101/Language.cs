// summary: Aliases, static imports, extension methods, local functions, iterators, primary constructors, records
using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using T = System.Threading.Tasks.Task;
using static System.Threading.Tasks.Task;

public class Client
{
    public Task<int> LoadAsync(int page = 0) => FromResult(page);
    public Task PingAsync() => CompletedTask;
}

public static class Extensions
{
    public static Task PongAsync(this Client client) => CompletedTask;

    extension(Client client)
    {
        public async Task<int> TwiceAsync() => 2 * await T.Run(() => client.LoadAsync());
        //                                               ^^^^^ AW101
    }
}

public class Uses(Client primary)
{
    async Task AliasAsync(Client client) => await T.Run(() => client.PingAsync());
    //                                            ^^^^^ AW101

    async Task StaticAsync(Client client) => await Run(() => client.PingAsync());
    //                                             ^^^ AW101

    async Task GroupsAsync(Client client)
    {
        await Run(client.PongAsync);
        //    ^^^ AW101 "'PongAsync' already returns a task"
        await Run(primary.PingAsync);
        //    ^^^ AW101
    }

    async Task LocalAsync()
    {
        Task Inner() => Delay(1);
        await Run(Inner);
        //    ^^^ AW101
        await Run(() => Inner());
        //    ^^^ AW101
    }

    async IAsyncEnumerable<int> PagesAsync(Client client)
    {
        for (int page = 0; page < 3; page++)
        {
            int current = page;
            yield return await Run(() => client.LoadAsync(current));
            //                 ^^^ AW101
        }
    }

    async Task NestedAsync(Client client) => await Run(() => Run(() => client.PingAsync()));
    //                                             ^^^ AW101 "'Run' already returns"
    //                                                       ^^^ AW101 "'PingAsync'"
}

public interface ILoader
{
    async Task<int> LoadAsync(Client client) => await Run(() => client.LoadAsync());
    //                                                ^^^ AW101
}

file record struct Page(Client Client)
{
    public async Task<int> LoadAsync()
    {
        var client = Client;
        return await Run(() => client.LoadAsync());
        //           ^^^ AW101
    }
}

public partial class Parts
{
    private partial Task<int> LoadAsync(Client client);
}

public partial class Parts
{
    private async partial Task<int> LoadAsync(Client client) => await Run(() => client.LoadAsync());
    //                                                                ^^^ AW101
}
