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
        var responseTask = Task.Run(() => client.GetServicesAsync(request));
        //                 ^^^^^^^^ AW101 "'GetServicesAsync' already returns a task, Task.Run only adds a thread hand-off."
        ServiceResponse response = await responseTask;
        return response;
    }

    async Task<ServiceResponse> OneExpression(ServiceClient client, ServiceRequest request)
    {
        return await Task.Run(() => client.GetServicesAsync(request));
        //           ^^^^^^^^ AW101
    }

    Task<ServiceResponse> Returned(ServiceRequest request) => Task.Run(() => _client.GetServicesAsync(request));
    //                                                        ^^^^^^^^ AW101

    async Task BlockBody(ServiceRequest request)
    {
        await Task.Run(() => { return _client.GetServicesAsync(request); });
        //    ^^^^^^^^ AW101
    }

    async Task AnonymousMethod(ServiceRequest request)
    {
        await Task.Run(delegate { return _client.GetServicesAsync(request); });
        //    ^^^^^^^^ AW101
        await Task.Run(delegate () { return _client.PingAsync(); });
        //    ^^^^^^^^ AW101
    }

    async Task MethodGroup()
    {
        await Task.Run(_client.PingAsync);
        //    ^^^^^^^^ AW101 "'PingAsync' already returns a task"
    }

    async Task AsyncLambda(ServiceRequest request)
    {
        await Task.Run(async () => await _client.PingAsync());
        //    ^^^^^^^^ AW101 "The async lambda does nothing but await 'PingAsync'; Task.Run only adds a thread hand-off."
        await Task.Run(async () => await _client.PingAsync().ConfigureAwait(false));
        //    ^^^^^^^^ AW101
        await Task.Run(async () => { await _client.PingAsync(); });
        //    ^^^^^^^^ AW101
        var response = await Task.Run(async () => { return await _client.GetServicesAsync(request); });
        //                   ^^^^^^^^ AW101
        Console.WriteLine(response.Count);
    }

    async Task ConfiguredOutside(ServiceRequest request)
    {
        await Task.Run(() => _client.GetServicesAsync(request)).ConfigureAwait(false);
        //    ^^^^^^^^ AW101
    }

    async Task Qualified(ServiceRequest request)
    {
        await System.Threading.Tasks.Task.Run(() => _client.GetServicesAsync(request));
        //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW101
    }

    async Task Chained(ServiceRequest request)
    {
        await Task.Run(() => _client.With("a").GetServicesAsync(new ServiceRequest()));
        //    ^^^^^^^^ AW101
        await Task.Run(() => new ServiceClient().SendAsync(request, 1 + 2));
        //    ^^^^^^^^ AW101
    }

    async Task Combined(ServiceClient client, ServiceRequest first)
    {
        await Task.WhenAll(
            Task.Run(() => client.GetServicesAsync(first)),
        //  ^^^^^^^^ AW101
            Task.Run(client.PingAsync));
        //  ^^^^^^^^ AW101
    }

    async Task Collected(ServiceClient client, List<ServiceRequest> requests)
    {
        var tasks = new List<Task>();
        foreach (var request in requests)
        {
            tasks.Add(Task.Run(() => client.GetServicesAsync(request)));
            //        ^^^^^^^^ AW101
        }
        await Task.WhenAll(tasks);
    }
}
