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
        int n = await stream.ReadAsync(buffer, 0, buffer.Length);
        //      ^^^^^ AW501 suggestion "This await resumes on the caller's context. State ConfigureAwait(false), or ConfigureAwait(true) if that is wanted."
        await foreach (var row in rows) n += row;
      //^^^^^ AW501
        await foreach (var row in rows.WithCancellation(token)) n += row;
      //^^^^^ AW501
        await using var file = File.OpenRead("a");
      //^^^^^ AW501
        return n + file.ReadByte();
    }

    public async Task Operands(Task task, Task<int> other, ValueTask<string> value, bool isFirst)
    {
        await task;
      //^^^^^ AW501
        await (isFirst ? task : other);
      //^^^^^ AW501
        string text = (await value).Trim();
        //             ^^^^^ AW501
        await Task
      //^^^^^ AW501
            .Delay(1)
            .WaitAsync(TimeSpan.FromSeconds(1)); // a second
        await (task ?? other);
      //^^^^^ AW501
        Func<Task> inner = async () => await StepAsync();
        //                             ^^^^^ AW501
        await inner();
      //^^^^^ AW501
    }

    private static async Task StepAsync() => await Task.Delay(1);
    //                                       ^^^^^ AW501

    public async Task Disposals(Resource shared)
    {
        await using (shared) { }
      //^^^^^ AW501
        await using (var first = new Resource())
      //^^^^^ AW501
        {
            first.Use();
        }
        await using (var second = new Resource()) second.Use();
      //^^^^^ AW501
        if (shared != null)
            await using (var third = new Resource())
          //^^^^^ AW501
            {
                third.Use();
            }
        await using Resource last = new Resource(), one = shared;
      //^^^^^ AW501
    }
}

public class Resource : IAsyncDisposable
{
    public void Use() { }

    public ValueTask DisposeAsync() => default;
}
