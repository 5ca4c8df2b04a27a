// summary: A static value is made on first use, and awaited
// fix: Use Lazy<Task<T>>
using System;
using System.Threading.Tasks;

public class Token
{
    public string Text = "";
}

public static class TokenSource
{
    public static Task<Token> FetchAsync() => Task.FromResult(new Token());
}

public class Service
{
    private static readonly Lazy<Task<Token>> Shared = new(() => TokenSource.FetchAsync());
    // What it says.
    private static Lazy<Task<string>> _text = new(async () => (await TokenSource.FetchAsync().ConfigureAwait(false)).Text);
    private static readonly Lazy<Task<Token>> Unused = new(() => TokenSource.FetchAsync());
    private static Token Written = TokenSource.FetchAsync().Result;
    internal static readonly Token Seen = TokenSource.FetchAsync().Result;

    public async Task<int> LengthAsync()
    {
        await Task.Yield();
        return (await Shared.Value).Text.Length + (await _text.Value).Length;
    }

    public async Task<Token> GetAsync()
    {
        return await Service.Shared.Value;
    }

    private async Task<string> Text() => await _text.Value + nameof(_text);

    public async Task<string> UseAsync() => await Text() + await Task.FromResult("");

    public static void Reset(Token token) => Written = token;
}

public class Other
{
    private static readonly Token First = TokenSource.FetchAsync().Result;
    private readonly Token _second = First;

    public string Both => _second.Text + First.Text;
}
