// summary: The article's second fragment inside an ASP.NET controller
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class Request { }
public class Data { }
public class MyService
{
    public Data GetData(Request request) => new Data();
}

[ApiController]
public class DataController : ControllerBase
{
    [HttpGet]
    public async Task<Data> Get([FromQuery] Request request)
    {
        MyService client = new MyService();
        var responseTask = Task.Run(() => client.GetData(request));
        //                 ^^^^^^^^ AW102
        var response = await responseTask;
        return response;
    }
}
