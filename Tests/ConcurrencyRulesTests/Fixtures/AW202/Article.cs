// summary: Synchronous code that blocks on tasks
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Client
{
    public Task<string> GetNameAsync() => Task.FromResult("name");
    public Task SaveAsync(string name, CancellationToken token = default) => Task.Delay(1, token);
}

public class Uses
{
    public string Name(Client client)
    {
        return client.GetNameAsync().Result;
        //                           ^^^^^^ AW202 warning "'Result' blocks the thread and can deadlock where a synchronization context exists. Make 'Name' async and await, or call a synchronous API."
    }

    void Save(Client client)
    {
        client.SaveAsync("a").Wait();
        //                    ^^^^ AW202 "Make 'Save' async and await"
        client.SaveAsync("b").GetAwaiter().GetResult();
        //                                 ^^^^^^^^^ AW202 "'GetResult'"
        client.SaveAsync("c").Wait(1000);
        //                    ^^^^ AW202
        Task.WaitAll(client.SaveAsync("d"), client.SaveAsync("e"));
        //   ^^^^^^^ AW202
        Task.WaitAny(client.SaveAsync("f"));
        //   ^^^^^^^ AW202
    }

    string NameProperty => new Client().GetNameAsync().Result;
    //                                                 ^^^^^^ AW202 "and a property cannot await."

    string this[int index]
    {
        get { return new Client().GetNameAsync().Result; }
        //                                       ^^^^^^ AW202 "and an indexer cannot await."
    }

    async Task Locked(Client client)
    {
        lock (client)
        {
            client.SaveAsync("").Wait();
            //                   ^^^^ AW202 "and a lock block cannot await."
        }
        Func<string> name = () => client.GetNameAsync().Result;
        //                                              ^^^^^^ AW202 "and this lambda cannot await."
        await Task.Yield();
        Use(name());
    }

    public override string ToString() => new Client().GetNameAsync().Result;
    //                                                               ^^^^^^ AW202 "and this override cannot await."

    int Size(out int size, Task<int> task)
    {
        size = 1;
        return task.Result;
        //          ^^^^^^ AW202 "and a function with by-reference parameters cannot await."
    }

    void Local(Client client)
    {
        var task = client.GetNameAsync();
        Use("");
        Use(task.Result);
        //       ^^^^^^ AW202
    }

    public static implicit operator string(Uses uses) => new Client().GetNameAsync().Result;
    //                                                                               ^^^^^^ AW202 "and a conversion cannot await."

    ~Uses() => new Client().SaveAsync("").Wait();
    //                                    ^^^^ AW202 "and a finalizer cannot await."

    void Use(string value) { }
}
