// summary: A warning in server code
// config: awaitwise.project_kind = web
using System.Threading.Tasks;

public class Calculator
{
    Task<int> AddAsync(int a, int b) => Task.Run(() => a + b);
    //                                  ^^^^^^^^^^^^^^^^^^^^^ AW104 warning
}
