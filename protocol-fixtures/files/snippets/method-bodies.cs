class Snippets
{
    async Task FirstAsync()
    {
        var responseTask = Task.Run(() => client.GetServicesAsync(request));
        ServiceResponse response = await responseTask;
    }

    async Task SecondAsync()
    {
        MyService client = new MyService();
        var responseTask = Task.Run(() => client.GetData(request));
        var response = await responseTask;
    }
}
