// summary: Awaits of completed tasks can go, which leaves a function without any
// fix: Remove the pointless await
// config: awaitwise.report_compiler_covered = false
using System.Threading.Tasks;

public class Pointless
{
    private int _count;

    public async Task ResetAsync(bool isNeeded)
    //     ^^^^^ AW306
    {
        if (isNeeded) _count = 0;
        else await Task.CompletedTask;
        await ValueTask.CompletedTask; // stays
        await Task.FromResult(1);
    }

    public async Task<int> CountAsync()
    //     ^^^^^ AW306
    {
        var count = await Task.FromResult(_count);
        return 2 * await Task.FromResult(_count + 1) + count;
    }

    public async Task NothingAsync() => await Task.CompletedTask;
    //     ^^^^^ AW306

    public async Task<object> BoxAsync() => await Task.FromResult<object>("box");
    //     ^^^^^ AW306
}
