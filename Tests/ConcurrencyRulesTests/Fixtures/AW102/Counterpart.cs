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
        return await Task.Run(() => store.Read(path));
        //           ^^^^^^^^ AW102 "'Read' is synchronous and has the asynchronous counterpart 'ReadAsync'. Await that instead of Task.Run."
    }

    async Task<string> ReadLater(Store store, string path)
    {
        var task = Task.Run(() => store.Read(path));
        //         ^^^^^^^^ AW102 "counterpart 'ReadAsync'"
        return await task;
    }

    async Task Write(Store store, string path, CancellationToken token)
    {
        await Task.Run(() => store.Write(path));
        //    ^^^^^^^^ AW102 "counterpart 'WriteAsync'"
    }

    async Task<int> NoCounterpart(Store store, string path)
    {
        int size = await Task.Run(() => store.Size(path));
        //               ^^^^^^^^ AW102 "Call it directly."
        int age = await Task.Run(() => store.Age());
        //              ^^^^^^^^ AW102 "Call it directly."
        return size + age;
    }
}
