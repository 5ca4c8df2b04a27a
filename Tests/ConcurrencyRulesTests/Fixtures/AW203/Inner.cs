// summary: A wait inside of the delegate is another finding
// rules: AW201, AW202
using System.Threading.Tasks;

public class Client
{
    public Task<int> LoadAsync() => Task.Delay(1).ContinueWith(_ => 1);
}

public class Uses
{
    int Load(Client client) => Task.Run(() => client.LoadAsync().Result).Result;
    //                                                           ^^^^^^ AW201
    //                                                                   ^^^^^^ AW203
}
