// summary: Overrides, implementations and constructors move along
// fix: Move 'token' to the end (breaking change)
using System.Threading;
using System.Threading.Tasks;

public interface IStore
{
    Task LoadAsync(string key, CancellationToken token);
}

public class Store : IStore
{
    public Store(string name, CancellationToken token) { }

    public Store(CancellationToken token) : this("store", token) { }

    public virtual Task LoadAsync(string key, CancellationToken token) => Task.CompletedTask;

    public static Store Make(CancellationToken token) => new Store("made", token);

    public static Store Shortly(CancellationToken token) => new("short", token);
}

public class Cached : Store
{
    public Cached(CancellationToken token) : base("cached", token) { }

    public override Task LoadAsync(string key, CancellationToken token) => base.LoadAsync(key, token);
}

public class Explicit : IStore
{
    Task IStore.LoadAsync(string key, CancellationToken token) => Task.CompletedTask;
}
