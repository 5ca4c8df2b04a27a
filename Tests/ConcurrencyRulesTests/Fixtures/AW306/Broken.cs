// does not compile: half-typed
// summary: Broken functions are left alone
using System.Threading.Tasks;

public class Broken
{
    public async Task<int> CountAsync(string text)
    {
        return text. ;
    }
}
