// summary: Streams that must not have the suffix
// config: awaitwise.AW316.streams = forbid
using System.Collections.Generic;
using System.Threading.Tasks;

public class Numbers
{
    public async IAsyncEnumerable<int> ReadAsync()
    //                                 ^^^^^^^^^ AW317 "returns 'IAsyncEnumerable<int>'"
    {
        await Task.Yield();
        yield return 1;
    }
}
