// summary: Awaits of completed tasks can go, which leaves a function without any
// fix: Remove the pointless await
// config: awaitwise.report_compiler_covered = false
using System.Threading.Tasks;

public class Pointless
{
    private int _count;

    public async Task ResetAsync(bool isNeeded)
    {
        if (isNeeded) _count = 0;
        else { }
        // stays
    }

    public async Task<int> CountAsync()
    {
        var count = _count;
        return 2 * (_count + 1) + count;
    }

    public async Task NothingAsync() { }

    public async Task<object> BoxAsync() => "box";
}
