// summary: Awaits of a library
// config: awaitwise.project_kind = library
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Loader
{
    public async Task<int> LoadAsync(Stream stream, IAsyncEnumerable<int> rows, byte[] buffer, CancellationToken token)
    {
        int n = await stream.ReadAsync(buffer, 0, buffer.Length).ConfigureAwait(false);
        await foreach (var row in rows.ConfigureAwait(false)) n += row;
        await foreach (var row in rows.WithCancellation(token).ConfigureAwait(false)) n += row;
        var file = File.OpenRead("a");
        await using var _file = file.ConfigureAwait(false);
        return n + file.ReadByte();
    }

    public async Task Operands(Task task, Task<int> other, ValueTask<string> value, bool isFirst)
    {
        await task.ConfigureAwait(false);
        await (isFirst ? task : other).ConfigureAwait(false);
        string text = (await value.ConfigureAwait(false)).Trim();
        await Task
            .Delay(1)
            .WaitAsync(TimeSpan.FromSeconds(1))
            .ConfigureAwait(false); // a second
        await (task ?? other).ConfigureAwait(false);
        Func<Task> inner = async () => await StepAsync().ConfigureAwait(false);
        await inner().ConfigureAwait(false);
    }

    private static async Task StepAsync() => await Task.Delay(1).ConfigureAwait(false);

    public async Task Disposals(Resource shared)
    {
        await using (shared.ConfigureAwait(false)) { }
        var first = new Resource();
        await using (first.ConfigureAwait(false))
        {
            first.Use();
        }
        var second = new Resource();
        await using (second.ConfigureAwait(false)) second.Use();
        if (shared != null)
            {
                var third = new Resource();
                await using (third.ConfigureAwait(false))
                {
                    third.Use();
                }
            }
        Resource last = new Resource(), one = shared;
        await using var _last = last.ConfigureAwait(false);
        await using var _one = one.ConfigureAwait(false);
    }
}

public class Resource : IAsyncDisposable
{
    public void Use() { }

    public ValueTask DisposeAsync() => default;
}
