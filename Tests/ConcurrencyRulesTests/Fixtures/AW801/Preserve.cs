// summary: The value is preserved where it is assigned
// project: library
using System.Threading.Tasks;

public class Store
{
    static ValueTask<int> GetAsync(int id) => new(id);

    async Task<int> TwiceAsync(bool other)
    {
        var item = GetAsync(1);
        int sum = await item + await item;
        //                           ^^^^ AW801
        ValueTask<int> chosen = other ? GetAsync(2) : GetAsync(3);
        sum += await chosen;
        sum += await chosen;
        //           ^^^^^^ AW801
        chosen = GetAsync(4);
        return sum + await chosen + chosen.Result;
        //                          ^^^^^^ AW801
    }

    async Task<int> ParameterAsync(ValueTask<int> given) => await given;
}
