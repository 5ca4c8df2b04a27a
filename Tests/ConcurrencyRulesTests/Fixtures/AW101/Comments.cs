// summary: Comments inside the lambda are kept
using System.Threading.Tasks;

public class Client { public Task<int> LoadAsync(int id) => Task.FromResult(id); }

public class Commented
{
    async Task<int> Load(Client client)
    {
        return await Task.Run(() => // the client is slow
        //           ^^^^^^^^ AW101
            client.LoadAsync(1 /* the first */));
    }
}
