// summary: Async methods, where somebody wants it
// config: awaitwise.AW318.async_methods = true
using System;
using System.Threading.Tasks;

public class Reader
{
    public Task<int> CountAsync(string text)
    {
        if (text == null) throw new ArgumentNullException(nameof(text));
        return Core();

        async Task<int> Core()
        {
            return await MeasureAsync(text);
        }
    }

    private async Task<int> MeasureAsync(string text) // ok: private
    {
        if (text == null) throw new ArgumentNullException(nameof(text));
        return await Task.FromResult(text.Length);
    }

    public async void Fire(string text) // ok: async void
    {
        if (text == null) throw new ArgumentNullException(nameof(text));
        await MeasureAsync(text);
    }

    public override string ToString() => "";
}
