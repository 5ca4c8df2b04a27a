// summary: Overrides, implementations and constructors move along
// fix: Move 'token' to the end (breaking change)
using System.Threading;
using System.Threading.Tasks;

public interface IStore
{
    Task LoadAsync(CancellationToken token, string key);
    //             ^^^^^^^^^^^^^^^^^^^^^^^ AW403
}

public class Store : IStore
{
    public Store(CancellationToken token, string name) { }
    //           ^^^^^^^^^^^^^^^^^^^^^^^ AW403

    public Store(CancellationToken token) : this(token, "store") { }

    public virtual Task LoadAsync(CancellationToken token, string key) => Task.CompletedTask;

    public static Store Make(CancellationToken token) => new Store(token, "made");

    public static Store Shortly(CancellationToken token) => new(token, "short");
}

public class Cached : Store
{
    public Cached(CancellationToken token) : base(token, "cached") { }

    public override Task LoadAsync(CancellationToken token, string key) => base.LoadAsync(token, key);
}

public class Explicit : IStore
{
    Task IStore.LoadAsync(CancellationToken token, string key) => Task.CompletedTask;
}
