// summary: Silent in kinds that are not listed, and in test code
// config: dotnet_diagnostic.AW103.severity = warning
// config: awaitwise.project_kind = console
using System.Threading.Tasks;

public class Tool
{
    Task Draw(int a) => Task.Run(() => Render(a)); // ok: console is not in the list
    static void Render(int a) { }
}
