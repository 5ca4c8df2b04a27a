// summary: The main thread's counterpart has another name
// fix: Call the asynchronous method
using System;
using System.Threading.Tasks;

namespace Microsoft.Maui.ApplicationModel
{
    public static class MainThread
    {
        public static void BeginInvokeOnMainThread(Action action) { }
        public static Task InvokeOnMainThreadAsync(Action action) => Task.CompletedTask;
        public static Task InvokeOnMainThreadAsync(Func<Task> function) => function();
    }
}

namespace App
{
    using Microsoft.Maui.ApplicationModel;

    public class View
    {
        public async Task RefreshAsync()
        {
            MainThread.BeginInvokeOnMainThread(async () => await Task.Yield());
            //                                 ^^^^^ AW304 "Use MainThread.InvokeOnMainThreadAsync."
            await Task.Yield();
        }
    }
}
