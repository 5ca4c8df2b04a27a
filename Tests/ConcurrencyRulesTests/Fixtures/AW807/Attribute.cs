// summary: Types that an assembly attribute exempts
// project: library
using Meziantou.Analyzer.Annotations;

[assembly: NonAsyncDisposableType(typeof(Shop.Quiet))]

namespace Meziantou.Analyzer.Annotations
{
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    class NonAsyncDisposableTypeAttribute : Attribute
    {
        public NonAsyncDisposableTypeAttribute(Type type) { }
    }
}

namespace Shop
{
    public class Quiet : IDisposable, IAsyncDisposable
    {
        public void Dispose() { }
        public ValueTask DisposeAsync() => default;
    }

    public class Export
    {
        async Task RunAsync()
        {
            using var quiet = new Quiet(); // ok: exempted
            await Task.Yield();
        }
    }
}
