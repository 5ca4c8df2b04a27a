// summary: What is used of a request that may have ended
using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

[ApiController]
public class OrdersController : ControllerBase
{
    [HttpPost]
    public async void Create()
    //                ^^^^^^ AW303 "The request ends at the first await of the async void action 'Create'. Return Task."
    {
        var name = Request.Path;
        await Task.Delay(10);
        Console.WriteLine(name);
        Response.StatusCode = 201;
      //~~~~~~~~ AW303 "the request may have ended here"
        await Response.WriteAsync("done");
    }

    [HttpPut]
    public async void Update() => await HttpContext.Response.WriteAsync(this.User.Identity?.Name ?? "");
    //                ^^^^^^ AW303 "async void action 'Update'"

    [HttpDelete]
    public static async void NoAction() => await Task.Yield();
    //                       ^^^^^^^^ AW303 "'NoAction' is async void"
}
