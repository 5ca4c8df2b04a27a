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
        var responseTask = Task.Run(() => client.GetData(request));
        //                 ^^^^^^^^ AW102 "'GetData' is synchronous; awaiting it through Task.Run occupies a pool thread all the same and adds a hand-off. Call it directly."
        var response = await responseTask;
        return response;
    }

    async Task<Data> OneExpression(MyService client, Request request)
    {
        return await Task.Run(() => client.GetData(request));
        //           ^^^^^^^^ AW102
    }

    async Task Statement(MyService client, Data data)
    {
        await Task.Run(() => client.Store(data));
        //    ^^^^^^^^ AW102
        await Task.Run(() => client.Store(data)).ConfigureAwait(false);
        //    ^^^^^^^^ AW102
        await Task.Run(() => { client.Store(data); });
        //    ^^^^^^^^ AW102
        await Task.Run(delegate { client.Store(data); });
        //    ^^^^^^^^ AW102
        await Task.Factory.StartNew(() => client.Store(data));
        //    ^^^^^^^^^^^^^^^^^^^^^ AW102
    }

    async Task<Data> Value(MyService client, Request request)
    {
        var first = await Task.Run(() => { return client.GetData(request); });
        //                ^^^^^^^^ AW102
        var second = await Task.Run(() => new Data(request));
        //                 ^^^^^^^^ AW102 "'Data' is synchronous"
        var third = await Task.Run(() => client.Current.Load());
        //                ^^^^^^^^ AW102
        var fourth = await Task.Run(first.Load);
        //                 ^^^^^^^^ AW102 "'Load' is synchronous"
        Console.WriteLine(second);
        return third ?? fourth;
    }

    async Task<int> InsideExpression(string path)
    {
        return 1 + await Task.Run(() => Sum(path)) + (await Task.Run(() => Sum(path))).GetHashCode();
        //               ^^^^^^^^ AW102
        //                                                  ^^^^^^^^ AW102
    }

    async Task<int> WithToken(string path, CancellationToken token)
    {
        return await Task.Run(() => Sum(path), token);
        //           ^^^^^^^^ AW102
    }

    async Task<Data> TrivialBetween(MyService client, Request request)
    {
        Task<Data> task = Task.Run(() => client.GetData(request));
        //                ^^^^^^^^ AW102
        int count = 0;
        string name = nameof(Request);
        Data data = await task;
        return count == 0 && name != null ? data : null;
    }

    static int Sum(string path) => path.Length;
}
