// summary: Usings over tasks that an await alone does not repair
using System;
using System.Threading;
using System.Threading.Tasks;

public class Uses
{
    private Task<int> CountAsync() => Task.FromResult(1);
    private Task<CancellationTokenSource> SourceAsync() => Task.FromResult(new CancellationTokenSource());

    public async Task NoResultAsync()
    {
        using (Task.Delay(1))
        //     ^^^^^^^^^^^^^ AW311 error "This using disposes a task; nothing is waited for."
        {
            await Task.Yield();
        }
    }

    public async Task NotDisposableAsync()
    {
        using var count = CountAsync();
        //                ^^^^^^^^^^^^ AW311 "This using disposes a task; nothing is waited for."
        await count;
    }

    public async Task ExplicitTypeAsync()
    {
        using Task<CancellationTokenSource> source = SourceAsync(), second = SourceAsync();
        //                                           ^^^^^^^^^^^^^ AW311
        //                                                                   ^^^^^^^^^^^^^ AW311
        (await source).Cancel();
    }

    public Uses()
    {
        using (SourceAsync()) { }
        //     ^^^^^^^^^^^^^ AW311
    }
}
