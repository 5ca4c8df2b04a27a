// summary: Enumerations of asynchronous streams
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

public class Reader
{
    async Task ReadAsync(IAsyncEnumerable<string> lines, Channel<int> channel, CancellationToken token)
    {
        await foreach (var row in RowsAsync()) Use(row);
        //                        ^^^^^^^^^^^ AW401 "The enumeration of 'RowsAsync()' can be cancelled, but 'token' is not passed to it."
        await foreach (string line in lines.ConfigureAwait(false)) Use(line.Length);
        //                            ^^^^^ AW401 "The enumeration of 'lines'"
        await foreach (var (first, second) in PairsAsync()) Use(first + second);
        //                                    ^^^^^^^^^^^^ AW401
        await foreach (int number in channel.Reader.ReadAllAsync()) Use(number);
        //                                          ^^^^^^^^^^^^ AW401 "'ReadAllAsync' can be cancelled"
        await foreach (var row in token.CanBeCanceled ? lines : lines) Use(row.Length);
        //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW401
    }

    async IAsyncEnumerable<int> RowsAsync() { yield return await Task.FromResult(1); }

    async IAsyncEnumerable<(int, int)> PairsAsync() { yield return (1, await Task.FromResult(1)); }

    void Use(int row) { }
}
