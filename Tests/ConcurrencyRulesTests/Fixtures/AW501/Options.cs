// summary: Without enumerations and disposals
// config: awaitwise.project_kind = library
// config: awaitwise.AW501.await_using = false
// config: awaitwise.AW501.await_foreach = false
// config: awaitwise.AW501.exclude_async_void = false
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

public class Loader
{
    public async Task LoadAsync(IAsyncEnumerable<int> rows)
    {
        await foreach (int row in rows) { } // ok: as configured
        await using var file = File.OpenRead("a"); // ok: as configured
    }

    private async void OnChanged(object sender, EventArgs e)
    {
        await Task.Delay(1);
      //^^^^^ AW501
    }
}
