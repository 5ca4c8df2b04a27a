// summary: Another analyzer's option spares async void methods
// project: library
// config: awaitwise.AW501.exclude_async_void = false
// config: dotnet_code_quality.CA2007.exclude_async_void_methods = true
using System;
using System.Threading.Tasks;

public class View
{
    private async void OnChanged(object sender, EventArgs e)
    {
        await Task.Delay(1); // ok: as configured
    }

    private async Task ChangeAsync()
    {
        await Task.Delay(1);
      //^^^^^ AW501
    }
}
