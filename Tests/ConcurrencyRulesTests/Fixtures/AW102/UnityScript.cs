// summary: Scripts of game engines, and components that a designer laid out, run in a context of their own
// rules: AW501
// config: dotnet_diagnostic.AW501.severity = suggestion
using System.ComponentModel;
using System.Threading.Tasks;

namespace UnityEngine
{
    public class MonoBehaviour
    {
    }
}

public class Enemy : UnityEngine.MonoBehaviour
{
    async Task MoveAsync() => await Task.Run(() => Plan()); // ok: leaves the engine's thread

    private void Plan() { }
}

public class Importer : Component
{
    private void InitializeComponent() { }

    async Task ImportAsync() => await Task.Run(() => Plan()); // ok: leaves the designer's thread

    private void Plan() { }
}

public class Timed : Component
{
    async Task ImportAsync() => await Task.Run(() => Plan());
    //                          ^^^^^ AW501
    //                                ^^^^^^^^ AW102

    private void Plan() { }
}
