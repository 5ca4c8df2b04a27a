// summary: Members that the configuration names wait, too; test code counts less
// config: awaitwise.blocking_members = Runner.RunSync
// project: test
using System;
using System.Threading.Tasks;

public static class Runner
{
    public static T RunSync<T>(Func<Task<T>> function) => default!;
    public static void Start(Func<Task<int>> function) { }
}

public class Uses
{
    async Task<int> Read()
    {
        await Task.Yield();
        Runner.Start(() => Task.FromResult(1)); // ok: not named
        return Runner.RunSync(() => Task.FromResult(1));
        //            ^^^^^^^ AW201 suggestion "'RunSync' blocks a pool thread and can starve the pool"
    }
}
