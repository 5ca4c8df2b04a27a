// summary: Every form of a plain offload whose delegate only forwards a call that returns a task
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

public class ServiceRequest { }
public class ServiceResponse { public int Count; }
public class ServiceClient
{
    public Task<ServiceResponse> GetServicesAsync(ServiceRequest request) => Task.FromResult(new ServiceResponse());
    public Task PingAsync() => Task.CompletedTask;
    public Task SendAsync(ServiceRequest request, int times) => Task.CompletedTask;
    public ServiceClient With(string name) => this;
}

public class Forms
{
    private readonly ServiceClient _client = new ServiceClient();

    async Task<ServiceResponse> TwoStatements(ServiceClient client, ServiceRequest request)
    {
        var responseTask = client.GetServicesAsync(request);
        ServiceResponse response = await responseTask;
        return response;
    }

    async Task<ServiceResponse> OneExpression(ServiceClient client, ServiceRequest request)
    {
        return await client.GetServicesAsync(request);
    }

    Task<ServiceResponse> Returned(ServiceRequest request) => _client.GetServicesAsync(request);

    async Task BlockBody(ServiceRequest request)
    {
        await _client.GetServicesAsync(request);
    }

    async Task AnonymousMethod(ServiceRequest request)
    {
        await _client.GetServicesAsync(request);
        await _client.PingAsync();
    }

    async Task MethodGroup()
    {
        await _client.PingAsync();
    }

    async Task AsyncLambda(ServiceRequest request)
    {
        await _client.PingAsync();
        await _client.PingAsync();
        await _client.PingAsync();
        var response = await _client.GetServicesAsync(request);
        Console.WriteLine(response.Count);
    }

    async Task ConfiguredOutside(ServiceRequest request)
    {
        await _client.GetServicesAsync(request).ConfigureAwait(false);
    }

    async Task Qualified(ServiceRequest request)
    {
        await _client.GetServicesAsync(request);
    }

    async Task Chained(ServiceRequest request)
    {
        await _client.With("a").GetServicesAsync(new ServiceRequest());
        await new ServiceClient().SendAsync(request, 1 + 2);
    }

    async Task Combined(ServiceClient client, ServiceRequest first)
    {
        await Task.WhenAll(
            client.GetServicesAsync(first),
            client.PingAsync());
    }

    async Task Collected(ServiceClient client, List<ServiceRequest> requests)
    {
        var tasks = new List<Task>();
        foreach (var request in requests)
        {
            tasks.Add(client.GetServicesAsync(request));
        }
        await Task.WhenAll(tasks);
    }
}
