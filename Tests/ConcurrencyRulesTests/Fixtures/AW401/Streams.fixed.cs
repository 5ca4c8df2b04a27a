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
        await foreach (var row in RowsAsync().WithCancellation(token)) Use(row);
        await foreach (string line in lines.WithCancellation(token).ConfigureAwait(false)) Use(line.Length);
        await foreach (var (first, second) in PairsAsync().WithCancellation(token)) Use(first + second);
        await foreach (int number in channel.Reader.ReadAllAsync(token)) Use(number);
        await foreach (var row in (token.CanBeCanceled ? lines : lines).WithCancellation(token)) Use(row.Length);
    }

    async IAsyncEnumerable<int> RowsAsync() { yield return await Task.FromResult(1); }

    async IAsyncEnumerable<(int, int)> PairsAsync() { yield return (1, await Task.FromResult(1)); }

    void Use(int row) { }
}
