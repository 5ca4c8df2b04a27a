// summary: Expression trees are not executed
// rules: AW101, AW102, AW103, AW104
using System;
using System.Linq.Expressions;
using System.Threading.Tasks;

public class Client { public Task<int> LoadAsync() => Task.FromResult(1); }

public class Trees
{
    Expression<Func<Client, Task<int>>> Tree() => client => Task.Run(() => client.LoadAsync()); // ok: an expression tree
    Func<Client, Task<int>> Function() => client => Task.Run(() => client.LoadAsync());
    //                                              ^^^^^^^^ AW101
}
