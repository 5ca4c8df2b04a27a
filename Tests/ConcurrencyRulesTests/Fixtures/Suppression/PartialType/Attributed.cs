// summary: An attribute on one part of a type is about the other parts too
// rules: AW101
using System.Diagnostics.CodeAnalysis;

[SuppressMessage("Offloading", "AW101")]
public partial class Client
{
    public Task<int> LoadAsync() => Task.FromResult(1);
}
