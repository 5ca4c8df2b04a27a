// summary: Interface members, extension properties, events, filters, kept awaiters, queries
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

public class Client
{
    public Task<int> LoadAsync() => Task.Delay(1).ContinueWith(_ => 1);
    public Task<int> Stored = Task.Delay(1).ContinueWith(_ => 1);
}

public interface ILoader
{
    Task<int> LoadAsync();
    int Load() => LoadAsync().Result;
    //                        ^^^^^^ AW202
}

public static class Extensions
{
    extension(Client client)
    {
        public int Size => client.LoadAsync().Result;
        //                                    ^^^^^^ AW202 "and a property cannot await."
    }
}

public class Members
{
    event Action Changed
    {
        add { new Client().LoadAsync().Wait(); }
        //                             ^^^^ AW202 "and an event accessor cannot await."
        remove { }
    }

    async Task FilteredAsync(Client client)
    {
        try
        {
            await Task.Yield();
        }
        catch (Exception) when (client.LoadAsync().Result > 0)
        //                                         ^^^^^^ AW202 "and an exception filter cannot await."
        {
        }
    }

    int Kept(Client client)
    {
        var awaiter = client.LoadAsync().GetAwaiter();
        return awaiter.GetResult();
        //             ^^^^^^^^^ AW202
    }

    int KeptAndTested(Client client)
    {
        var awaiter = client.LoadAsync().GetAwaiter();
        return awaiter.IsCompleted ? awaiter.GetResult() : 0; // ok: tested
    }

    void KeptForLater(Client client)
    {
        var awaiter = client.LoadAsync().GetAwaiter();
        awaiter.OnCompleted(() => Console.WriteLine(awaiter.GetResult())); // ok: asked when it is complete
    }

    IQueryable<int> Translated(IQueryable<Client> clients) =>
        from client in clients where client.Stored.Result > 1 select client.Stored.Result; // ok: an expression tree

    IEnumerable<int> Query(IEnumerable<Client> clients) =>
        from client in clients where client.Stored.Result > 1 select client.Stored.Result;
        //                                         ^^^^^^ AW202 "and a query clause cannot await."
        //                                                                         ^^^^^^ AW202
}
