public partial class Client
{
    async Task<int> Load() => await Task.Run(() => LoadAsync()); // ok: the other part says so
}

public partial class Stranger
{
    async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync());
    //                                           ^^^^^^^^ AW101
}
