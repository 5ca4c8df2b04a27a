// summary: Where a synchronous method does the same it is called
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    public int Load(string key) => key.Length;
    public Task<int> LoadAsync(string key, CancellationToken token = default) => Task.FromResult(1);
    public string Find(string key) => key;
    public Task<string> FindAsync(string key, CancellationToken token) => Task.FromResult("");
}

public class Uses
{
    void Save(Stream target, byte[] data)
    {
        target.Write(data, 0, data.Length);
    }

    int Load(Store store, CancellationToken token)
    {
        var found = store.Find("a");
        return store.Load("a") + found.Length;
    }

    string Text(string path) => File.ReadAllText(path);
}
