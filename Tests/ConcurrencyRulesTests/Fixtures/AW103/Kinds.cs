// summary: The kinds are an option, and so are the members in which offloading is accepted
// config: dotnet_diagnostic.AW103.severity = warning
// config: awaitwise.AW103.kinds = console, library
// config: awaitwise.AW103.allowed_members = Tools.Tool.Allowed, Tools.Tool.Other
// config: awaitwise.project_kind = console
using System.Threading.Tasks;

namespace Tools
{
    public class Tool
    {
        Task Draw(int a) => Task.Run(() => Render(a));
        //                  ^^^^^^^^ AW103
        Task Allowed(int a) => Task.Run(() => Render(a)); // ok: an allowed member
        static void Render(int a) { }
    }
}
