// summary: Types that are not meant to be awaited
// config: awaitwise.non_awaitable_types = Data.Query
using System;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

[assembly: Meziantou.Analyzer.Annotations.NonAwaitableType(typeof(Data.Script))]

namespace Meziantou.Analyzer.Annotations
{
    [AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
    public sealed class NonAwaitableTypeAttribute : Attribute
    {
        public NonAwaitableTypeAttribute(Type type) { }
    }
}

namespace Data
{
    public class Query
    {
        public TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter();
        public Query Where() => this;
    }

    public class Script
    {
        public TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter();
        public Script Then() => this;
    }

    public class Step
    {
        public TaskAwaiter GetAwaiter() => Task.CompletedTask.GetAwaiter();
        public Step Then() => this;
    }

    public class Broken
    {
        public string GetAwaiter() => "";
        public Broken Then() => this;
    }

    public class User
    {
        public void Build(Query query, Script script, Step step, Broken broken)
        {
            query.Where(); // ok: listed
            script.Then(); // ok: marked
            broken.Then(); // ok: its awaiter is none
            step.Then();
            //   ^^^^ AW301
        }
    }
}
