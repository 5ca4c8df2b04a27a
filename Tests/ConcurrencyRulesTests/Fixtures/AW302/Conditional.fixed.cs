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
        if (node != null)
        {
            await node.VisitAsync();
        }
        if (_root != null)
        {
            await _root.CloseAsync();
        }
        if (callback != null)
        {
            await callback.Invoke();
        }
        if (node?.Next != null)
        {
            await node.Next.VisitAsync();
        }
        if (node != null)
        {
            await node.Next!.VisitAsync();
        }
        var value = node?[1];
        if (value != null)
        {
            await value.VisitAsync();
        }
        var find = node?.Find("a");
        if (find != null)
        {
            await find.VisitAsync();
        }
        var find1 = node!.Find("b");
        if (find1 != null)
        {
            await find1.VisitAsync().ConfigureAwait(false);
        }
        if (now)
            if (node != null)
            {
                await node.VisitAsync();
            }
        if (now) { if (node != null) { await node.VisitAsync(); } }
        await Task.Yield();
    }

    public async Task BranchesAsync(Node? node, bool now)
    {
        if (now) node?.VisitAsync(); // the else would go over to a new if
        else
            if (node != null)
            {
                await node.CloseAsync();
            }
        await Task.Yield();
    }
}
