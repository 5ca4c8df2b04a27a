// summary: Waits in every sort of expression, iterators, extension members, interface members, records
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public class Client
{
    public int[] Items = new int[0];
    public Task<int> LoadAsync(int page = 0) => Task.Delay(page).ContinueWith(_ => page);
    public Task<Client> NextAsync() => Task.Delay(1).ContinueWith(_ => this);
}

public class Base
{
    public Task<int> Stored = Task.Delay(1).ContinueWith(_ => 1);
}

public class Places(Task<int> primary) : Base
{
    async Task ExpressionsAsync(Task<int> task, object other, Base? maybe, Client client, Task<int[]> array, Task<IDisposable> resource)
    {
        Use((task).Result);
        //         ^^^^^^ AW201
        Use(client.LoadAsync()!.Result);
        //                      ^^^^^^ AW201
        Use(((Task<int>)other).Result);
        //                     ^^^^^^ AW201
        Use(maybe?.Stored.Result);
        //                ^^^^^^ AW201
        Use(this.Stored.Result);
        //              ^^^^^^ AW201
        Use(base.Stored.Result);
        //              ^^^^^^ AW201
        Use(primary.Result);
        //          ^^^^^^ AW201
        Use(array.Result[0]);
        //        ^^^^^^ AW201
        using (var opened = resource.Result) { }
        //                           ^^^^^^ AW201
        Use($"{client.LoadAsync(1).Result}");
        //                         ^^^^^^ AW201
        Use(other is int ? client.LoadAsync(2).Result : 0);
        //                                     ^^^^^^ AW201
        Use(other switch { int => client.LoadAsync(3).Result, _ => 0 });
        //                                            ^^^^^^ AW201
        foreach (var item in client.NextAsync().Result.Items) Use(item);
        //                                      ^^^^^^ AW201
        Use(client.NextAsync().Result.LoadAsync().Result);
        //                     ^^^^^^ AW201
        //                                        ^^^^^^ AW201
        await Task.Yield();
    }

    async Task FilteredAsync(Client client)
    {
        try
        {
            await Task.Yield();
        }
        catch (Exception) when (client.LoadAsync().Result > 0) // ok: no await in a filter, another rule speaks
        {
        }
    }

    async IAsyncEnumerable<int> PagesAsync(Client client)
    {
        yield return client.LoadAsync().Result;
        //                              ^^^^^^ AW201
        await Task.Yield();
    }

    void Use(object? value) { }
}

public interface ILoader
{
    Task<int> LoadAsync();
    async Task<int> TwiceAsync()
    {
        await Task.Yield();
        return 2 * LoadAsync().Result;
        //                     ^^^^^^ AW201
    }
}

public static class Extensions
{
    extension(Client client)
    {
        public async Task<int> SizeAsync()
        {
            await Task.Yield();
            return client.LoadAsync().Result;
            //                        ^^^^^^ AW201
        }
    }
}

file record Page(Task<int> Size)
{
    public async Task<int> ReadAsync()
    {
        await Task.Yield();
        return Size.Result;
        //          ^^^^^^ AW201
    }
}
