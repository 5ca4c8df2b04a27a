// summary: Names that frameworks, contracts and conventions prescribe
// config: dotnet_diagnostic.AW316.severity = suggestion
// config: awaitwise.AW316.excluded_types = Excluded
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.Http;

public abstract class JobBase
{
    public abstract Task ExecuteAsync();
}

public interface IRunner
{
    Task RunAsync();
}

public class Job : JobBase, IRunner
{
    public override Task ExecuteAsync() => Task.CompletedTask; // ok: has the suffix
    Task IRunner.RunAsync() => Task.CompletedTask; // ok: has the suffix
    static Task Main() => new Job().ExecuteAsync(); // ok: the entry point
    public int Count() => 1; // ok: nothing asynchronous
    public YieldAwaitable Pause() => Task.Yield(); // ok: no task
    public Task OnClicked(object sender, EventArgs e) => Task.CompletedTask; // ok: a handler
    public Func<Task> Factory() => () => Task.CompletedTask; // ok: a delegate
}

[ApiController]
public class OrdersController : ControllerBase
{
    [HttpGet] public Task<IActionResult> Index() => Task.FromResult<IActionResult>(Ok()); // ok: an action
}

public class IndexModel : PageModel
{
    public Task OnGet() => Task.CompletedTask; // ok: a page handler
}

public class ChatHub : Hub
{
    public Task Send(string text) => Task.CompletedTask; // ok: a hub method
}

public class Panel : ComponentBase
{
    private Task Refresh() => Task.CompletedTask; // ok: a component's callback
}

public static class Combinators
{
    public static Task WhenBoth(Task a, Task b) => Task.WhenAll(a, b); // ok: a combinator
    public static Task WithTimeout(this Task task, TimeSpan time) => task.WaitAsync(time); // ok: a combinator
}

public class Excluded
{
    public Task Load() => Task.CompletedTask; // ok: excluded
}

public static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/", Home);

        Task<string> Home() => Task.FromResult("a"); // ok: a request handler
    }
}
