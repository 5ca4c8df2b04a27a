// fix: Await
// summary: Behind a question mark the compiler says nothing
using System;
using System.Threading.Tasks;

public class Node
{
    public Node? Next { get; set; }
    public Node? this[int index] => null;
    public Node? Find(string name) => null;
    public Task VisitAsync() => Task.CompletedTask;
    public ValueTask CloseAsync() => default;
}

public class Visitor
{
    private readonly Node? _root;

    public async Task VisitAsync(Node? node, Func<Task>? callback, bool now)
    {
        node?.VisitAsync();
        //    ^^^^^^^^^^ AW302 warning "'VisitAsync' is not awaited: execution goes on before it ends and its exceptions are lost."
        _root?.CloseAsync();
        //     ^^^^^^^^^^ AW302 warning
        callback?.Invoke();
        //        ^^^^^^ AW302 warning
        node?.Next?.VisitAsync();
        //          ^^^^^^^^^^ AW302 warning
        node?.Next!.VisitAsync();
        //          ^^^^^^^^^^ AW302 warning
        node?[1]?.VisitAsync();
        //        ^^^^^^^^^^ AW302 warning
        node?.Find("a")?.VisitAsync();
        //               ^^^^^^^^^^ AW302 warning
        node!.Find("b")?.VisitAsync().ConfigureAwait(false);
        //               ^^^^^^^^^^ AW302 warning
        if (now)
            node?.VisitAsync();
            //    ^^^^^^^^^^ AW302 warning
        if (now) { node?.VisitAsync(); }
        //               ^^^^^^^^^^ AW302 warning
        await Task.Yield();
    }

    public async Task BranchesAsync(Node? node, bool now)
    {
        if (now) node?.VisitAsync(); // the else would go over to a new if
        //             ^^^^^^^^^^ AW302 warning
        else
            node?.CloseAsync();
        //        ^^^^^^^^^^ AW302 warning
        await Task.Yield();
    }
}
