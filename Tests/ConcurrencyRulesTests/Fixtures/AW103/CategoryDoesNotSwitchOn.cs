// summary: A severity for the category or for all rules does not switch on what is off by default
// config: dotnet_analyzer_diagnostic.category-Offloading.severity = error
// config: dotnet_analyzer_diagnostic.severity = error
// config: awaitwise.project_kind = web
using System.Threading.Tasks;

public class Charts
{
    Task Draw(int a) => Task.Run(() => Render(a)); // ok: off by default
    async Task Await(int a) => await Task.Run(() => Render(a));
    //                               ^^^^^^^^ AW102 error
    static void Render(int a) { }
}
