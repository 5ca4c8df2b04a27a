// summary: Test code is left alone
// config: dotnet_diagnostic.AW103.severity = warning
// config: awaitwise.AW103.kinds = test, web
// config: awaitwise.project_kind = test
using System.Threading.Tasks;

public class DrawTests
{
    Task Draw(int a) => Task.Run(() => Render(a)); // ok: test code
    static void Render(int a) { }
}
