// summary: The request ends before an async void action does
// fix: Return Task
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

public class OrdersController : Controller
{
    [HttpPost]
    public async Task Create()
    {
        await Task.Delay(10);
        await Response.WriteAsync("done");
    }

    [NonAction]
    public async Task Helper() => await Task.Yield();

    private async Task Quietly() => await Task.Yield();

    [HttpGet]
    public async Task<IActionResult> Get() // ok: awaited by the framework
    {
        await Task.Yield();
        return Ok();
    }
}
