// summary: Off in test projects
// config: awaitwise.project_kind = test
using System.Threading.Tasks;

public class CalculatorTests
{
    Task<int> AddAsync(int a, int b) => Task.Run(() => a + b); // ok: test code
}
