// summary: The request ends before an async void action does
// fix: Return Task
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class OrdersController : Controller
{
    [HttpPost]
    public async void Create()
    //                ^^^^^^ AW303 "The request ends at the first await of the async void action 'Create'. Return Task."
    {
        await Task.Delay(10);
        await Response.WriteAsync("done");
    }

    [NonAction]
    public async void Helper() => await Task.Yield();
    //                ^^^^^^ AW303 "'Helper' is async void"

    private async void Quietly() => await Task.Yield();
    //                 ^^^^^^^ AW303 "'Quietly' is async void"

    [HttpGet]
    public async Task<IActionResult> Get() // ok: awaited by the framework
    {
        await Task.Yield();
        return Ok();
    }
}
