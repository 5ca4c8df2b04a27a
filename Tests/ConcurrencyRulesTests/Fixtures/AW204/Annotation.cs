// summary: Members that an assembly attribute takes out, results that the configuration does not want awaited
// config: awaitwise.non_awaitable_types = Shop.Ticket
using System.Runtime.CompilerServices;
using Meziantou.Analyzer.Annotations;

[assembly: ExcludeFromBlockingCallAnalysis("M:Shop.Store.Load(System.String)")]
[assembly: ExcludeFromBlockingCallAnalysis(typeof(Shop.Store), "Save", typeof(int))]
[assembly: ExcludeFromBlockingCallAnalysis(typeof(Shop.Quiet))]

namespace Meziantou.Analyzer.Annotations
{
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    class ExcludeFromBlockingCallAnalysisAttribute : Attribute
    {
        public ExcludeFromBlockingCallAnalysisAttribute(string id) { }
        public ExcludeFromBlockingCallAnalysisAttribute(Type type) { }
        public ExcludeFromBlockingCallAnalysisAttribute(Type type, string name, params Type[] parameters) { }
    }
}

namespace Shop
{
    public class Ticket : Task<int>
    {
        public Ticket() : base(() => 1) { }
    }

    public class Store
    {
        public int Load(string key) => 1;
        public Task<int> LoadAsync(string key) => Task.FromResult(1);
        public int Save(int key) => 1;
        public Task<int> SaveAsync(int key) => Task.FromResult(1);
        public int Save(string key) => 1;
        public Task<int> SaveAsync(string key) => Task.FromResult(1);
        public int Order() => 1;
        public Ticket OrderAsync() => new Ticket();
    }

    public class Quiet
    {
        public int Load() => 1;
        public Task<int> LoadAsync() => Task.FromResult(1);
    }

    public class Uses
    {
        async Task<int> RunAsync(Store store, Quiet quiet)
        {
            await Task.Yield();
            int sum = store.Load("a"); // ok: left out by its id
            sum += store.Save(1); // ok: left out by its type and parameters
            sum += store.Save("a");
            //           ^^^^ AW204
            sum += store.Order(); // ok: a ticket is not awaited
            return sum + quiet.Load(); // ok: left out by its type
        }
    }
}
