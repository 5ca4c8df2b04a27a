public class Client { public Task<int> LoadAsync() => Task.FromResult(1); }

namespace Shop
{
    public class Orders(Client client)
    {
        async Task<int> ByMember(Client client) => await Task.Run(() => client.LoadAsync()); // ok: by its id
        async Task<int> Generic<T>(Client client, T other) => await Task.Run(() => client.LoadAsync()); // ok: by its id
        Task<int> Count => Task.Run(() => client.LoadAsync()); // ok: a property
        async Task<int> Old(Client client) => await Task.Run(() => client.LoadAsync()); // ok: as older tools write it

        async Task<int> OtherRule(Client client) => await Task.Run(() => client.LoadAsync());
        //                                                ^^^^^^^^ AW101
        async Task<int> OtherParameters(Client client) => await Task.Run(() => client.LoadAsync());
        //                                                      ^^^^^^^^ AW101

        public class Inner
        {
            async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync()); // ok: in its type
        }

        public class OldInner
        {
            async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync()); // ok: in its type
        }
    }
}

namespace Shop.Flat
{
    public class Here
    {
        async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync()); // ok: in that namespace
    }

    namespace Below
    {
        public class There
        {
            async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync());
            //                                           ^^^^^^^^ AW101
        }
    }
}

namespace Shop.Deep
{
    public class Here
    {
        async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync()); // ok: in that namespace
    }
}

namespace Shop.Deep.Below
{
    public class There
    {
        async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync()); // ok: below that namespace
    }
}

namespace Shop.Deeper
{
    public class Here
    {
        async Task<int> Load(Client client) => await Task.Run(() => client.LoadAsync());
        //                                           ^^^^^^^^ AW101
    }
}
