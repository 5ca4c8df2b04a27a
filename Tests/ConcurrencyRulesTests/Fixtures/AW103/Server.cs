// summary: Every offload in server code, once the rule is switched on
// config: dotnet_diagnostic.AW103.severity = warning
// config: awaitwise.project_kind = web
using System;
using System.Threading;
using System.Threading.Tasks;

public class Input { }
public class Chart { }
public class Report { public Report(Chart chart) { } }

public class Reports
{
    async Task<Report> BuildAsync(Input input)
    {
        Task<Chart> chart = Task.Run(() => Draw(input));
        //                  ^^^^^^^^ AW103 "Task.Run in web code: it hands the work to another pool thread and back without gaining capacity."
        Prepare();
        return new Report(await chart);
    }

    void Queue()
    {
        ThreadPool.QueueUserWorkItem(_ => Prepare());
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW103
        ThreadPool.UnsafeQueueUserWorkItem(_ => Prepare(), null);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW103
        Task.Factory.StartNew(Prepare);
//      ^^^^^^^^^^^^^^^^^^^^^ AW103
    }

    Report Build(Input input) => new Report(Draw(input)); // ok: nothing is offloaded

    async Task<int> OtherRule() => await Task.Run(() => Count());
    //                                   ^^^^^^^^ AW102

    static Chart Draw(Input input) => new Chart();
    static void Prepare() { }
    static int Count() => 1;
}
