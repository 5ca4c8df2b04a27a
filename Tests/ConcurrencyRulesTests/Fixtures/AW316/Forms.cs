// summary: Asynchronous methods that don't say so
// config: dotnet_diagnostic.AW316.severity = suggestion
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public interface ILoader
{
    Task<int> Load(string key);
    //        ^^^^ AW316
}

public class Loader : ILoader
{
    public Task<int> Load(string key) => Task.FromResult(key.Length); // ok: the interface's name

    public IAsyncEnumerable<int> Read() => throw new NotSupportedException();
    //                           ^^^^ AW316 "'Read' returns 'IAsyncEnumerable<int>'; by convention its name ends in 'Async'."

    public async ValueTask Save()
    //                     ^^^^ AW316
    {
        await Load("a");
        await Inner();

        Task Inner() => Load("b");
        //   ^^^^^ AW316 "'Inner'"
    }

    public async void Start() => await Save(); // ok: async void
}
