// summary: Primary constructors of subclasses, sources inside of collections and expression bodies
using System.Collections.Generic;
using System.Threading.Tasks;

public class Named(string name) : TaskCompletionSource<string>(name)
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ AW904 "'Named'"
{
}

public class Asynchronous(string name) : TaskCompletionSource<string>(name, TaskCreationOptions.RunContinuationsAsynchronously) // ok: has it
{
}

public class Chained : TaskCompletionSource
{
    public Chained() : base() { }
    //                 ^^^^ AW904 "'Chained'"
    public Chained(int size) : this() { } // ok: the other one says it
}

public class Collections
{
    private readonly Dictionary<int, TaskCompletionSource<int>> _byKey = new() { [1] = new() };
    //                                                                                 ^^^ AW904
    private readonly TaskCompletionSource[] _all = [new()];
    //                                              ^^^ AW904

    TaskCompletionSource<int> Make() => new();
    //                                  ^^^ AW904
}
