// summary: Annotations of the result
// config: dotnet_diagnostic.AW312.severity = suggestion
#nullable enable
using System.Threading.Tasks;

public class Annotated
{
    private Task<string> NameAsync() => Task.FromResult("a");
    private Task<string?> NicknameAsync() => Task.FromResult<string?>(null);

    public async Task<string> SameAsync() => await NameAsync();
    //     ^^^^^ AW312
    public async Task<string?> AlsoSameAsync() => await NicknameAsync();
    //     ^^^^^ AW312
    public async Task<string?> WiderAsync() => await NameAsync(); // ok: another annotation
    public async Task PlainAsync() => await NicknameAsync();
    //     ^^^^^ AW312
}
