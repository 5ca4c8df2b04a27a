// summary: Joinable tasks are awaited as well
// references: vs-threading
using System.Threading.Tasks;
using Microsoft.VisualStudio.Threading;

public class Joins
{
    async Task Run(JoinableTaskFactory factory, JoinableTask joinable)
    {
        factory.Run(async () => { await Task.Yield(); });
        //      ^^^ AW201 "Use await RunAsync."
        joinable.Join();
        //       ^^^^ AW201 "Use await JoinAsync."
        await Task.Yield();
    }

    void Bridge(JoinableTaskFactory factory) => factory.Run(async () => { await Task.Yield(); }); // ok: made for this
}
