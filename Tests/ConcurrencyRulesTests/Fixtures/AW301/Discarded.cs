// summary: Discards and offloads are reported on request
// config: awaitwise.AW301.report_discarded = true
// config: awaitwise.AW301.report_offloads = true
// rules: AW302
using System;
using System.Threading.Tasks;

public class Cache
{
    public Task FillAsync() => Task.CompletedTask;

    public void Fill()
    {
        _ = FillAsync();
        //  ^^^^^^^^^ AW301
        Task.Run(() => FillAsync());
        //   ^^^ AW301 "The task of 'Task.Run' is not observed"
        Task.Factory.StartNew(() => 1);
        //           ^^^^^^^^ AW301
        FillAsync().ContinueWith(t => Console.WriteLine(t.Status));
        //          ^^^^^^^^^^^^ AW301
        var detached = Task.Run(() => 1);
        //  ^^^^^^^^ AW301
    }

    public async Task FillNowAsync()
    {
        _ = FillAsync();
        //  ^^^^^^^^^ AW302
        Task.Run(() => FillAsync());
        //   ^^^ AW302
        await FillAsync();
    }
}
