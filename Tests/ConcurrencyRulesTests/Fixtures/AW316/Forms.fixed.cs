// summary: Asynchronous methods that don't say so
// config: dotnet_diagnostic.AW316.severity = suggestion
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

public interface ILoader
{
    Task<int> LoadAsync(string key);
}

public class Loader : ILoader
{
    public Task<int> LoadAsync(string key) => Task.FromResult(key.Length); // ok: the interface's name

    public IAsyncEnumerable<int> ReadAsync() => throw new NotSupportedException();

    public async ValueTask SaveAsync()
    {
        await LoadAsync("a");
        await InnerAsync();

        Task InnerAsync() => LoadAsync("b");
    }

    public async void Start() => await SaveAsync(); // ok: async void
}
