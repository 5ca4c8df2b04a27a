// summary: Where an asynchronous counterpart exists it is named and awaited
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    public string Read(string path) => path;
    public Task<string> ReadAsync(string path) => Task.FromResult(path);
    public void Write(string path) { }
    public Task WriteAsync(string path, CancellationToken token) => Task.CompletedTask;
    public int Size(string path) => 1;
    public Task<long> SizeAsync(string path) => Task.FromResult(1L);
    public int Age() => 1;
    public int AgeAsync() => 1;
}

public class Uses
{
    async Task<string> Read(Store store, string path)
    {
        return await store.ReadAsync(path);
    }

    async Task<string> ReadLater(Store store, string path)
    {
        var task = store.ReadAsync(path);
        return await task;
    }

    async Task Write(Store store, string path, CancellationToken token)
    {
        await store.WriteAsync(path, token);
    }

    async Task<int> NoCounterpart(Store store, string path)
    {
        int size = store.Size(path);
        int age = store.Age();
        return size + age;
    }
}
