// summary: A function without awaits, or with pointless ones only, becomes synchronous, and its callers follow
// fix: Make synchronous and update callers
// config: awaitwise.report_compiler_covered = false
using System.Threading.Tasks;

public class Counter
{
    private int _count;

    public int NextAsync()
    {
        _count++;
        return _count;
    }

    public void ResetAsync()
    {
        _count = 0;
    }

    public async Task<int> UseAsync(Task work)
    {
        await work;
        int value = NextAsync(); // joined
        ResetAsync();
        return value + NextAsync();
    }
}
