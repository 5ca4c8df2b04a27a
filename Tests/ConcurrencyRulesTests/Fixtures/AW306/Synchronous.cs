// summary: A function without awaits, or with pointless ones only, becomes synchronous, and its callers follow
// fix: Make synchronous and update callers
// config: awaitwise.report_compiler_covered = false
using System.Threading.Tasks;

public class Counter
{
    private int _count;

    public async Task<int> NextAsync()
    //     ^^^^^ AW306
    {
        _count++;
        return await Task.FromResult(_count);
    }

    public async Task ResetAsync()
    //     ^^^^^ AW306
    {
        _count = 0;
        await Task.CompletedTask;
    }

    public async Task<int> UseAsync(Task work)
    {
        await work;
        var next = NextAsync();
        int value = await next; // joined
        await ResetAsync();
        return value + await NextAsync();
    }
}
