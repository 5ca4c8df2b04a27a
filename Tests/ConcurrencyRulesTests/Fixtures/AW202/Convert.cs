// summary: A method becomes async, and its callers follow
// config: awaitwise.make_async_rename = never
// config: awaitwise.configure_await = none
// fix: Make async and update callers
using System.Threading.Tasks;

public class Client
{
    public async Task<string> GetNameAsync()
    {
        await Task.Yield();
        return "";
    }
}

public class Page
{
    private readonly Client _client = new();

    public string Name()
    {
        return _client.GetNameAsync().Result;
        //                            ^^^^^^ AW202
    }

    public string Title => Name();

    public string Both(Page other) => Name() + other?.Title;

    public async Task<int> LengthAsync()
    {
        await Task.Yield();
        return Name().Length;
    }
}
