// summary: The value is preserved where it is assigned
// project: library
using System.Threading.Tasks;

public class Store
{
    static ValueTask<int> GetAsync(int id) => new(id);

    async Task<int> TwiceAsync(bool other)
    {
        var item = GetAsync(1).Preserve();
        int sum = await item + await item;
        ValueTask<int> chosen = (other ? GetAsync(2) : GetAsync(3)).Preserve();
        sum += await chosen;
        sum += await chosen;
        chosen = GetAsync(4).Preserve();
        return sum + await chosen + chosen.Result;
    }

    async Task<int> ParameterAsync(ValueTask<int> given) => await given;
}
