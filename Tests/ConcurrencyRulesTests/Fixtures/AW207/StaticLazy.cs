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
    private static readonly Token Shared = TokenSource.FetchAsync().Result;
    //                                                              ^^^^^^ AW207
    // What it says.
    private static string _text = TokenSource.FetchAsync().ConfigureAwait(false).GetAwaiter().GetResult().Text;
    //                                                                                        ^^^^^^^^^ AW207
    private static readonly Token Unused = TokenSource.FetchAsync().Result;
    //                                                              ^^^^^^ AW207
    private static Token Written = TokenSource.FetchAsync().Result;
    //                                                      ^^^^^^ AW207
    internal static readonly Token Seen = TokenSource.FetchAsync().Result;
    //                                                             ^^^^^^ AW207

    public async Task<int> LengthAsync()
    {
        await Task.Yield();
        return Shared.Text.Length + _text.Length;
    }

    public Task<Token> GetAsync()
    {
        return Task.FromResult(Service.Shared);
    }

    private string Text() => _text + nameof(_text);

    public async Task<string> UseAsync() => Text() + await Task.FromResult("");

    public static void Reset(Token token) => Written = token;
}

public class Other
{
    private static readonly Token First = TokenSource.FetchAsync().Result;
    //                                                             ^^^^^^ AW207
    private readonly Token _second = First;

    public string Both => _second.Text + First.Text;
}
