namespace ArticleApp.Services;

/// <summary>Asks another server for its list of services, without occupying a thread while it waits.</summary>
public class ServiceClient(HttpClient http)
{
    public async Task<ServiceResponse> GetServicesAsync(ServiceRequest request)
    {
        var services = await http.GetFromJsonAsync<List<string>>($"/services/{request.Region}");
        return new ServiceResponse(services ?? []);
    }
}
