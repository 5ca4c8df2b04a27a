// summary: What compilers warn about as well may be left to them
// config: awaitwise.report_compiler_covered = false
using System.Threading.Tasks;

public class Covered
{
    public async Task<int> CountAsync(string text) => text.Length; // ok: the compiler speaks

    public async Task ResetAsync() => await Task.CompletedTask;
    //     ^^^^^ AW306
}
