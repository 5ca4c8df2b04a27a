// does not compile: an import is missing
// config: dotnet_diagnostic.AW904.severity = default
namespace Shop
{
    public class Answers
    {
        private readonly object _source = new Missing.TaskCompletionSource<int>(); // ok: of a namespace that nobody knows
    }
}
