// summary: Offloads that are waited for on the spot
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Client
{
    public Task<string> GetNameAsync() => Task.FromResult("name");
}

public class Uses
{
    string Load(Client client, string path)
    {
        string text = Task.Run(() => File.ReadAllText(path)).Result;
        //                                                   ^^^^^^ AW203 warning "One thread waits while another runs 'File.ReadAllText'. Call 'File.ReadAllText' directly."
        string name = Task.Run(() => client.GetNameAsync()).GetAwaiter().GetResult();
        //                                                               ^^^^^^^^^ AW203 "Task.Run hides a blocking wait: two pool threads serve one call to 'GetNameAsync'. Make this function async and await it."
        Task.Run(Work).Wait();
        //             ^^^^ AW203 "runs 'Work'"
        var length = Task.Run(async () => await client.GetNameAsync()).Result.Length;
        //                                                             ^^^^^^ AW203 "call to 'GetNameAsync'"
        Task.Factory.StartNew(() => Work()).ConfigureAwait(false).GetAwaiter().GetResult();
        //                                                                     ^^^^^^^^^ AW203 "runs 'Work'"
        Task.Factory.StartNew(() => client.GetNameAsync()).Unwrap().Wait();
        //                                                          ^^^^ AW203 "StartNew hides a blocking wait"
        Task.Run(() => { Work(); Work(); }).Wait();
        //                                  ^^^^ AW203 "runs the delegate. Run its code directly."
        Task.Run(async () => { await client.GetNameAsync(); Work(); }).Wait();
        //                                                             ^^^^ AW203 "call to the async lambda"
        var task = Task.Run(() => Work());
        var limit = 1;
        task.Wait();
        //   ^^^^ AW203
        return text + name + length + limit;
    }

    void Work() { }
}
