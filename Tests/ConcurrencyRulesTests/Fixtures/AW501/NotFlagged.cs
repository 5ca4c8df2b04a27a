// summary: Awaits that are configured, or can't be
// config: awaitwise.project_kind = library
using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

public class Loader
{
    public async Task FineAsync(Task task, IAsyncEnumerable<int> rows, Stream stream, CancellationToken token)
    {
        await task.ConfigureAwait(false); // ok: configured
        await task.ConfigureAwait(true); // ok: said so
        await task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // ok: by options
        await Task.Yield(); // ok: can't be configured
        var configured = task.ConfigureAwait(false);
        await configured; // ok: a local that is configured
        await foreach (int row in rows.ConfigureAwait(false)) { } // ok: configured
        await foreach (int row in rows.ConfigureAwait(false).WithCancellation(token)) { } // ok: configured
        await foreach (int row in rows.WithCancellation(token).ConfigureAwait(false)) { } // ok: configured
        var stored = rows.WithCancellation(token).ConfigureAwait(false);
        await foreach (int row in stored) { } // ok: a local that is configured
        await using (stream.ConfigureAwait(false)) { } // ok: configured
        await using var again = stream.ConfigureAwait(false); // ok: configured
        await using var pattern = new Pattern(); // ok: no ConfigureAwait for it
        using var plain = File.OpenRead("a"); // ok: synchronous
        foreach (int row in new[] { 1 }) { } // ok: no await
        await Task.CompletedTask; // ok: complete
        await new Custom(); // ok: no ConfigureAwait
    }

    public async Task CompleteAsync(Task task)
    {
        await task.ConfigureAwait(false);
        await task; // ok: complete by now
    }

    private async void OnChanged(object sender, EventArgs e)
    {
        await Task.Delay(1); // ok: an async void handler
    }
}

public class Pattern
{
    public ValueTask DisposeAsync() => default;
}

public class Custom
{
    public TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter();
}
