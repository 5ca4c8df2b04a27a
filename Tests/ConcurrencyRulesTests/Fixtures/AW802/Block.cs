// summary: A task is waited for where nothing can be awaited
// project: library
// fix: Block through AsTask()
using System.Threading.Tasks;

public class Store
{
    private readonly int _first = GetAsync(0).Result;
    //                                        ^^^^^^ AW802

    static ValueTask<int> GetAsync(int id) => new(id);

    public int Count => GetAsync(1).GetAwaiter().GetResult();
    //                                           ^^^^^^^^^ AW802

    int Get(ValueTask<int> given) =>
        given
            .Result
//           ^^^^^^ AW802
        + GetAsync(2).ConfigureAwait(false).GetAwaiter().GetResult() + _first;
        //                                               ^^^^^^^^^ AW802
}
