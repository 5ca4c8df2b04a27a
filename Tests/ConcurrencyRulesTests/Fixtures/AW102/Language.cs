// summary: Assigned locals, partial methods, interface members, records, implicit creations
using System;
using System.Threading.Tasks;
using static System.Threading.Tasks.Task;

public class Store
{
    public int Load() => 1;
}

public partial class Parts
{
    private partial Task<int> LoadAsync(Store store);
    private async partial Task<int> LoadAsync(Store store) => await Run(() => store.Load());
    //                                                              ^^^ AW102
}

public interface ILoader
{
    async Task<int> LoadAsync(Store store) => await Run(() => store.Load());
    //                                              ^^^ AW102
}

file record Page(Store Store)
{
    public async Task<int> LoadAsync() => await Run(() => Store.Load());
    //                                          ^^^ AW102
}

public class Uses
{
    async Task<int> AssignedAsync(Store store)
    {
        Task<int> task;
        task = Run(() => store.Load());
        //     ^^^ AW102
        return await task;
    }

    async Task<int> AssignedTwiceAsync(Store store, bool again)
    {
        Task<int> task = Run(() => store.Load()); // ok: assigned again
        if (again) task = FromResult(1);
        return await task;
    }

    async Task DynamicAsync(dynamic store) => await Run(() => store.Load()); // ok: nobody knows what it returns
}
