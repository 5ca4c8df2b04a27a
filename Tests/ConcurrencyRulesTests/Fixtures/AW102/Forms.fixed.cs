// summary: Every form in which a synchronous call is sent to the pool and awaited at once
using System;
using System.Threading;
using System.Threading.Tasks;

public class Request { }
public class Data { public Data() { } public Data(Request request) { } public Data Load() => this; }
public class MyService
{
    public Data GetData(Request request) => new Data();
    public void Store(Data data) { }
    public Data Current => new Data();
}

public class Forms
{
    async Task<Data> TwoStatements(Request request)
    {
        MyService client = new MyService();
        var response = client.GetData(request);
        return response;
    }

    async Task<Data> OneExpression(MyService client, Request request)
    {
        return client.GetData(request);
    }

    async Task Statement(MyService client, Data data)
    {
        client.Store(data);
        client.Store(data);
        client.Store(data);
        client.Store(data);
        client.Store(data);
    }

    async Task<Data> Value(MyService client, Request request)
    {
        var first = client.GetData(request);
        var second = new Data(request);
        var third = client.Current.Load();
        var fourth = first.Load();
        Console.WriteLine(second);
        return third ?? fourth;
    }

    async Task<int> InsideExpression(string path)
    {
        return 1 + Sum(path) + Sum(path).GetHashCode();
    }

    async Task<int> WithToken(string path, CancellationToken token)
    {
        return Sum(path);
    }

    async Task<Data> TrivialBetween(MyService client, Request request)
    {
        int count = 0;
        string name = nameof(Request);
        Data data = client.GetData(request);
        return count == 0 && name != null ? data : null;
    }

    static int Sum(string path) => path.Length;
}
