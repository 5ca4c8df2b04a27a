// summary: The work is awaited, by its name in the title
// fix: Make 'Load' async and await 'Client.GetNameAsync'
using System.Threading.Tasks;

public class Client
{
    public static Task<string> GetNameAsync() => Task.FromResult("n");
}

public class Page
{
    private async Task<string> Load()
    {
        string name = await Client.GetNameAsync();
        return name;
    }
}
