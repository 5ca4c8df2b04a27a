// summary: The token moves in declarations and calls
// fix: Move 'token' to the end
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    /// <summary>Loads a value.</summary>
    /// <param name="token">Stops it.</param>
    /// <param name="key">What to load.</param>
    private Task LoadAsync(CancellationToken token, string key) => Task.CompletedTask;
    //                     ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    private Task SaveAsync(string key, CancellationToken token = default, bool force = false) => Task.CompletedTask;
    //                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW403

    private static void Log(CancellationToken token, string text, [CallerMemberName] string caller = "") { }
    //                      ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    private static void Flag(CancellationToken token, string text, bool isLoud = false) { }
    //                       ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    async Task UseAsync(CancellationToken stop)
    {
        await LoadAsync(stop, "a");
        await this.LoadAsync(stop, /* the key */ Key());
        await LoadAsync(key: "b", token: stop);
        await SaveAsync("a", stop);
        await SaveAsync("b", stop, true);
        await SaveAsync("c");
        await SaveAsync("d", force: true);
        Log(stop, "text");
        Flag(stop, nameof(LoadAsync));
        Flag(stop, "text", true);
    }

    /// <summary>See <see cref="LoadAsync(CancellationToken, string)"/>, not <see cref="LoadAsync(string)"/>.</summary>
    private string Key() => "key";

    private Task LoadAsync(string key) => LoadAsync(default, Join(default, key));

    private static string Join(CancellationToken token, string text) => text;
    //                         ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    private static void Taken(CancellationToken token, string text) { }
    //                        ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    private static void Taken(string text, CancellationToken token) { }
}
