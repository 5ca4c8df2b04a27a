// summary: async void methods and local functions
// fix: Return Task
using System;
using System.Threading.Tasks;

public class Store
{
    public Task SaveAsync() => Task.CompletedTask;

    public async Task Save(Store other)
    {
        await other.SaveAsync();
        if (other == this)
        {
            return;
        }
        await SaveAsync();
    }

    protected internal static async Task Arrow() => await Task.Yield();

    private async Task Generic<T>(T value)
    {
        await Task.Yield();
        Console.WriteLine(value);
    }

    public virtual async Task Overridable() => await SaveAsync();

    public void Outer()
    {
        async Task Inner() => await Task.Delay(1);
        Inner();
        static async Task Still() { await Task.Delay(1); }
        Still();
    }

    public async Task OneParameter(EventArgs e) => await SaveAsync();

    private async Task NotAttached(object sender, string text) => await SaveAsync();

    public Action AsDelegate() => Callback;

    private async void Callback() => await SaveAsync();
}
