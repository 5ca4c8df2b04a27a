// summary: A counterpart that gives its lambda other things is none
// project: web
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

public class Runner
{
    private static void Each(IEnumerable<int> ids, System.Action<int> body) { }

    private static Task EachAsync(IEnumerable<int> ids, System.Action<int> body) => Task.CompletedTask;

    private static void Walk(IEnumerable<int> ids, System.Action<int, List<int>> body) { }

    private static Task WalkAsync(IEnumerable<int> ids, System.Action<int, CancellationToken> body) => Task.CompletedTask;

    public async Task RunAsync(IEnumerable<int> ids)
    {
        Each(ids, id => id.ToString());
//      ^^^^ AW204
        Walk(ids, (id, all) => all.Add(id)); // ok: the counterpart gives a token
        Walk(ids, (id, _) => id.ToString()); // ok: the same
        Parallel.ForEach(ids, (id, state) => state.Break()); // ok: ForEachAsync gives a token
        await Task.Yield();
    }
}
