// summary: Newer kinds of declarations, and handlers that are attached in newer ways
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

public class Source
{
    public event Action? Started;
    public event Action<string>? Renamed;
    public event Action<int>? Counted;
    public Action? Callback;
    public Action? Later { get; set; }
    public void Raise() { Started?.Invoke(); Renamed?.Invoke(""); Counted?.Invoke(1); }
}

public static class SourceExtensions
{
    public static async void FireOld(this Source source) => await Task.Yield();
    //                       ^^^^^^^ AW303

    extension(Source source)
    {
        public async void FireNew() => await Task.Yield();
        //                ^^^^^^^ AW303
    }
}

public record Item(string Name)
{
    public async void Store() => await Task.Yield();
    //                ^^^^^ AW303
}

public interface IJob
{
    async void Run() => await Task.Yield();
    //         ^^^ AW303
    static async void Prepare() => await Task.Yield();
    //                ^^^^^^^ AW303
}

public struct Point
{
    public async void Move() => await Task.Yield();
    //                ^^^^ AW303
}

public partial class Parts
{
    private partial void Own();

    private async partial void Own() => await Task.Yield();
    //                         ^^^ AW303
}

public class Uses(Source source, Source? maybe)
{
    public void Attach(bool first)
    {
        source.Started += First; // attached
        maybe?.Started += Second;
        source.Renamed += first ? OnRenamed : OnRenamedAgain;
        source.Counted += OnCounted<int>;
        source.Callback += Stored;
        source.Later += Kept;
        source.Started += () => Indirect();
        new Timer(Tick);
        var thread = new Thread(Work);
    }

    private async void First() => await Task.Yield(); // ok: attached
    private async void Second() => await Task.Yield(); // ok: attached
    private async void OnRenamed(string name) => await Task.Yield(); // ok: attached
    private async void OnRenamedAgain(string name) => await Task.Yield(); // ok: attached
    private async void OnCounted<T>(T count) => await Task.Yield(); // ok: attached
    private async void Stored() => await Task.Yield();
    //                 ^^^^^^ AW303
    private async void Kept() => await Task.Yield();
    //                 ^^^^ AW303
    private async void Indirect() => await Task.Yield();
    //                 ^^^^^^^^ AW303
    private async void Tick(object? state) => await Task.Yield();
    //                 ^^^^ AW303
    private async void Work() => await Task.Yield();
    //                 ^^^^ AW303

    private async void Typed<TArgs>(object sender, TArgs e) where TArgs : EventArgs => await Task.Yield(); // ok: an event handler
    private async void Nullable(object? sender, EventArgs? e) => await Task.Yield(); // ok: an event handler

    [Conditional("DEBUG")]
    private async void Trace() => await Task.Yield(); // ok: its attribute wants void
}
