using ArticleApp.Services;
using Microsoft.AspNetCore.Mvc;

namespace ArticleApp.Controllers;

[ApiController]
[Route("[controller]")]
public class ServicesController : ControllerBase
{
    [HttpGet("{region}")]
    public async Task<ActionResult<ServiceResponse>> GetServices(string region, [FromServices] ServiceClient client)
    {
        var request = new ServiceRequest(region);
        var responseTask = Task.Run(() => client.GetServicesAsync(request));
        ServiceResponse response = await responseTask;
        return response;
    }

    [HttpGet("data/{id:int}")]
    public async Task<ActionResult<DataResponse>> GetData(int id)
    {
        var request = new DataRequest(id);
        MyService client = new MyService();
        var responseTask = Task.Run(() => client.GetData(request));
        var response = await responseTask;
        return response;
    }
}
