// summary: Schedulers of factories, expression trees, members that tools wrote
// rules: AW102, AW203
using System;
using System.CodeDom.Compiler;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

public class Client
{
    public Task PingAsync() => Task.CompletedTask;
    public int Load() => 1;
}

public class Uses
{
    private readonly TaskFactory _own = new TaskFactory(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);

    async Task OwnAsync(Client client) => await _own.StartNew(() => client.PingAsync()).Unwrap(); // ok: its own scheduler

    async Task<int> OwnValueAsync(Client client) => await _own.StartNew(() => client.Load()); // ok: its own scheduler

    int OwnBlocked(Client client) => _own.StartNew(() => client.Load()).Result; // ok: its own scheduler

    async Task PlainAsync(Client client) => await new TaskFactory().StartNew(() => client.PingAsync()).Unwrap();
    //                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ AW101

    Expression<Func<Client, Task>> Tree() => client => Task.Run(() => client.PingAsync()); // ok: nothing runs

    [GeneratedCode("tool", "1")]
    async Task WrittenAsync(Client client) => await Task.Run(() => client.PingAsync()); // ok: a tool wrote it
}

[CompilerGenerated]
public class Written
{
    async Task PingAsync(Client client) => await Task.Run(() => client.PingAsync()); // ok: a tool wrote it
}

[GeneratedCode("tool", "1")]
public partial class Mixed
{
    async Task FirstAsync(Client client) => await Task.Run(() => client.PingAsync()); // ok: a tool wrote this part
}

public partial class Mixed
{
    async Task SecondAsync(Client client) => await Task.Run(() => client.PingAsync());
    //                                             ^^^^^^^^ AW101
}
