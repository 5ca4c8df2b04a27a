// summary: Comments inside the lambda are kept
using System.Threading.Tasks;

public class Client { public Task<int> LoadAsync(int id) => Task.FromResult(id); }

public class Commented
{
    async Task<int> Load(Client client)
    {
        // the client is slow
        return await client.LoadAsync(1 /* the first */);
    }
}
