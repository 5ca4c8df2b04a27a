// summary: Another analyzer's option leaves async void functions alone although ours does not
// config: awaitwise.project_kind = library
// config: awaitwise.AW501.exclude_async_void = false
// config: dotnet_code_quality.CA2007.exclude_async_void_methods = true
using System;
using System.Threading.Tasks;

public class Loader
{
    private async void OnChanged(object sender, EventArgs e)
    {
        await Task.Delay(1); // ok: as configured
    }

    public async Task LoadAsync()
    {
        await Task.Delay(1);
      //^^^^^ AW501
    }
}
