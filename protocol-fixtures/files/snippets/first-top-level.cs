var responseTask = Task.Run(() => client.GetServicesAsync(request));
ServiceResponse response = await responseTask;
