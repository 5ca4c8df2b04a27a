// summary: Reported, but somebody else depends on the order
using System;
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    private Task LoadAsync(CancellationToken token, string key) => Task.CompletedTask;
    //                     ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    private void Reflected(CancellationToken token, string key) { }
    //                     ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    Func<CancellationToken, string, Task> Loader() => LoadAsync;

    object Find() => GetType().GetMethod("Reflected");
}
