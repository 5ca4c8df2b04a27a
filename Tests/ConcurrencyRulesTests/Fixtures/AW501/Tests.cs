// summary: Tests resume where they like
// config: awaitwise.AW501.scope = always
// config: awaitwise.project_kind = test
using System.Threading.Tasks;

public class LoaderTests
{
    public async Task Loads()
    {
        await Task.Delay(1); // ok: a test
    }
}
