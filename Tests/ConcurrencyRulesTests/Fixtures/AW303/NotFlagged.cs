// summary: Event handlers, contracts and what is not async void
using System;
using System.ComponentModel;
using System.Runtime.Serialization;
using System.Threading;
using System.Threading.Tasks;

public interface IView
{
    void Show();
    void Hide();
}

public abstract class Page
{
    protected virtual void OnAppearing() { }
    public event EventHandler? Loaded;
    public event Action<string>? Renamed;
    public event PropertyChangedEventHandler? Changed;
    public void Raise() { Loaded?.Invoke(this, EventArgs.Empty); Renamed?.Invoke(""); Changed?.Invoke(this, new("")); }
}

public class Detail : Page, IView
{
    public Detail(Page page)
    {
        page.Renamed += OnRenamed;
        page.Loaded += new EventHandler(OnLoaded);
        page.Renamed += Local;
        page.Renamed -= Local;

        async void Local(string name) => await SaveAsync(); // ok: attached
    }

    private async void Button_Click(object sender, EventArgs e) => await SaveAsync(); // ok: an event handler
    private async void OnChanged(object? sender, PropertyChangedEventArgs e) => await SaveAsync(); // ok: an event handler
    private async void OnAny(int id, CustomEventArgs e) => await SaveAsync(); // ok: an event handler by its name
    private async void OnLoaded(object? sender, EventArgs e) => await SaveAsync(); // ok: attached
    private async void OnRenamed(string name) => await SaveAsync(); // ok: attached

    protected override async void OnAppearing() // ok: an override
    {
        base.OnAppearing();
        await SaveAsync();
    }

    public async void Show() => await SaveAsync(); // ok: implements an interface
    async void IView.Hide() => await SaveAsync(); // ok: implements an interface

    [OnDeserialized]
    private async void Restored(StreamingContext context) => await SaveAsync(); // ok: its attribute wants void

    public void Sync() { } // ok: not async
    public async Task SaveAsync() => await Task.Yield(); // ok: returns a task
    public async ValueTask CloseAsync() => await Task.Yield(); // ok: returns a task
    public Action Lambda() => async () => await SaveAsync(); // ok: AW304 has lambdas
}

public class CustomEventArgs { }
