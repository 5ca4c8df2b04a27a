// summary: Async methods, where somebody wants it
// config: awaitwise.AW318.async_methods = true
using System;
using System.Threading.Tasks;

public class Reader
{
    public async Task<int> CountAsync(string text)
    //                     ^^^^^^^^^^ AW318 "The argument checks of 'CountAsync' do not throw at the call but when the task is awaited. Split the checks from the async part."
    {
        if (text == null) throw new ArgumentNullException(nameof(text));
        return await MeasureAsync(text);
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
