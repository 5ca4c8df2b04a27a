// summary: Members that an assembly attribute takes out
// rules: AW202
using Meziantou.Analyzer.Annotations;

[assembly: ExcludeFromBlockingCallAnalysis("M:System.Threading.Tasks.Task.WaitAll(System.Threading.Tasks.Task[])")]
[assembly: ExcludeFromBlockingCallAnalysis(typeof(Task), "Wait", typeof(int))]

namespace Meziantou.Analyzer.Annotations
{
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    class ExcludeFromBlockingCallAnalysisAttribute : Attribute
    {
        public ExcludeFromBlockingCallAnalysisAttribute(string id) { }
        public ExcludeFromBlockingCallAnalysisAttribute(Type type, string name, params Type[] parameters) { }
    }
}

namespace Shop
{
    public class Orders
    {
        async Task RunAsync(Task first, Task second, Task[] all)
        {
            Task.WaitAll(all); // ok: left out by its id
            first.Wait(1000); // ok: left out by its type and parameters
            second.Wait();
            //     ^^^^ AW201
            await Task.Yield();
        }

        void Run(Task first, Task second)
        {
            if (!first.Wait(1000)) return; // ok: left out by its type and parameters
            second.Wait(TimeSpan.FromSeconds(1));
            //     ^^^^ AW202
        }
    }
}
