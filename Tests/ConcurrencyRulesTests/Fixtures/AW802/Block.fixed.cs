// summary: A task is waited for where nothing can be awaited
// project: library
// fix: Block through AsTask()
using System.Threading.Tasks;

public class Store
{
    private readonly int _first = GetAsync(0).AsTask().GetAwaiter().GetResult();

    static ValueTask<int> GetAsync(int id) => new(id);

    public int Count => GetAsync(1).AsTask().GetAwaiter().GetResult();

    int Get(ValueTask<int> given) =>
        given
            .AsTask().GetAwaiter().GetResult()
        + GetAsync(2).AsTask().ConfigureAwait(false).GetAwaiter().GetResult() + _first;
}
