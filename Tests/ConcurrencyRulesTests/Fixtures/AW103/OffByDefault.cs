// summary: Off unless a severity is configured for it
// config: awaitwise.project_kind = web
using System.Threading.Tasks;

public class Charts
{
    Task Draw(int a) => Task.Run(() => Render(a)); // ok: off by default
    static void Render(int a) { }
}
