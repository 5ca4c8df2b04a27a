// summary: The article's first fragment inside an ASP.NET controller
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

public class ServiceRequest { }
public class ServiceResponse { }
public interface IServiceClient
{
    Task<ServiceResponse> GetServicesAsync(ServiceRequest request);
}

[ApiController]
public class ServicesController : ControllerBase
{
    private readonly IServiceClient client;

    public ServicesController(IServiceClient client) => this.client = client;

    [HttpGet]
    public async Task<ServiceResponse> Get([FromQuery] ServiceRequest request)
    {
        var responseTask = client.GetServicesAsync(request);
        ServiceResponse response = await responseTask;
        return response;
    }
}
