// does not compile: the scope of a System.Threading.Lock can't live across an await
// summary: The scope of System.Threading.Lock
// project: library
namespace Shop;

public class Store
{
    private readonly Lock _lock = new();

    static Task SaveAsync() => Task.CompletedTask;

    async Task ScopeAsync()
    {
        using (_lock.EnterScope()) { await SaveAsync(); }
        //                           ^^^^^ AW606 "'_lock' belongs"
    }

    async Task DeclaredAsync()
    {
        using var scope = _lock.EnterScope();
        await SaveAsync();
//      ^^^^^ AW606
    }

    async Task DisposedAsync()
    {
        var scope = _lock.EnterScope();
        await SaveAsync();
//      ^^^^^ AW606
        scope.Dispose();
    }
}
