// summary: Partial methods, extension members, and what frameworks call by name
// config: dotnet_diagnostic.AW316.severity = suggestion
// references: xunit
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.JSInterop;
using Xunit;

namespace Microsoft.Azure.Functions.Worker
{
    public class FunctionAttribute(string name) : Attribute { public string Name => name; }
}

namespace App
{
    public partial class Parts
    {
        public partial Task Run();
        //                  ^^^ AW316
        public partial Task Run() => Task.CompletedTask; // ok: said at its declaration
    }

    public static class Extensions
    {
        extension(Parts parts)
        {
            public Task Start() => parts.Run();
            //          ^^^^^ AW316
        }

        public static T Track<T>(this T task) where T : Task => task;
        //              ^^^^^ AW316
        public static Task<int> Sum(this Task<int> a) => a;
        //                      ^^^ AW316
    }

    public class TimingMiddleware(RequestDelegate next)
    {
        public Task Invoke(HttpContext context) => next(context); // ok: called by its name
    }

    public class Functions
    {
        [Function("clean")]
        public Task Clean() => Task.CompletedTask; // ok: a function of Azure
    }

    public class Panel : ComponentBase
    {
        [JSInvokable] public Task Tick() => Task.CompletedTask; // ok: called by its name
    }

    public class Tests : IAsyncLifetime
    {
        [Fact] public Task Loads() => Task.CompletedTask; // ok: a test
        public Task InitializeAsync() => Task.CompletedTask; // ok: has the suffix
        public Task DisposeAsync() => Task.CompletedTask; // ok: has the suffix
    }

    public record Order
    {
        public Task Ship() => Task.CompletedTask;
        //          ^^^^ AW316
        public Task Loadasync() => Task.CompletedTask;
        //          ^^^^^^^^^ AW316
    }

    public interface IShape
    {
        static abstract Task Draw();
        //                   ^^^^ AW316
    }

    public class Circle : IShape
    {
        public static Task Draw() => Task.CompletedTask; // ok: the interface's name
    }
}
