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
    /// <param name="key">What to load.</param>
    /// <param name="token">Stops it.</param>
    private Task LoadAsync(string key, CancellationToken token) => Task.CompletedTask;

    private Task SaveAsync(string key, bool force = false, CancellationToken token = default) => Task.CompletedTask;

    private static void Log(string text, CancellationToken token, [CallerMemberName] string caller = "") { }

    private static void Flag(string text, CancellationToken token, bool isLoud = false) { }

    async Task UseAsync(CancellationToken stop)
    {
        await LoadAsync("a", stop);
        await this.LoadAsync(token: stop, /* the key */ key: Key());
        await LoadAsync(key: "b", token: stop);
        await SaveAsync("a", token: stop);
        await SaveAsync("b", true, stop);
        await SaveAsync("c");
        await SaveAsync("d", force: true);
        Log("text", stop);
        Flag(nameof(LoadAsync), stop);
        Flag("text", stop, true);
    }

    /// <summary>See <see cref="LoadAsync(string, CancellationToken)"/>, not <see cref="LoadAsync(string)"/>.</summary>
    private string Key() => "key";

    private Task LoadAsync(string key) => LoadAsync(token: default, key: Join(key, default));

    private static string Join(string text, CancellationToken token) => text;

    private static void Taken(CancellationToken token, string text) { }

    private static void Taken(string text, CancellationToken token) { }
}
