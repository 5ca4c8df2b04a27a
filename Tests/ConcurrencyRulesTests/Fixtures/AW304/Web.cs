// summary: Endpoints, middleware and lifetime callbacks
using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

public static class Setup
{
    public static void Map(WebApplication app, IHostApplicationLifetime lifetime)
    {
        app.MapGet("/", async () => await Task.FromResult("a")); // ok: returns a task
        app.MapPost("/", async (HttpContext context) => await context.Response.WriteAsync("a")); // ok: returns a task
        app.Use(async (context, next) => await next(context)); // ok: returns a task
        app.Run(async context => await context.Response.WriteAsync("a")); // ok: returns a task
        app.UseWhen(c => true, branch => branch.Run(async c => await Task.Yield())); // ok: returns a task
        lifetime.ApplicationStarted.Register(async () => await Task.Yield());
        //                                   ^^^^^ AW304 "because 'callback' of 'Register' returns nothing"
    }

    public static EventCallback Callback(ComponentBase owner) =>
        EventCallback.Factory.Create(owner, async () => await Task.Yield()); // ok: returns a task
}
