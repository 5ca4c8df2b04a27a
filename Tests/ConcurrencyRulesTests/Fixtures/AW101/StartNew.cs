// summary: StartNew followed by Unwrap is the same offload
using System.Threading;
using System.Threading.Tasks;

public class Client
{
    public Task<int> CountAsync() => Task.FromResult(1);
}

public class Starts
{
    async Task<int> Unwrapped(Client client)
    {
        return await Task.Factory.StartNew(() => client.CountAsync()).Unwrap();
        //           ^^^^^^^^^^^^^^^^^^^^^ AW101
    }

    async Task<int> UnwrappedStatically(Client client)
    {
        return await TaskExtensions.Unwrap(Task.Factory.StartNew(() => client.CountAsync()));
        //                                 ^^^^^^^^^^^^^^^^^^^^^ AW101
    }

    async Task<int> DefaultOptions(Client client)
    {
        return await Task.Factory.StartNew(() => client.CountAsync(), CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default).Unwrap();
        //           ^^^^^^^^^^^^^^^^^^^^^ AW101
    }

    async Task<int> LongRunning(Client client)
    {
        return await Task.Factory.StartNew(() => client.CountAsync(), TaskCreationOptions.LongRunning).Unwrap(); // ok: options
    }

    async Task<int> AmbientScheduler(Client client)
    {
        return await Task.Factory.StartNew(() => client.CountAsync(), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Current).Unwrap(); // ok: another scheduler
    }

    async Task NotUnwrapped(Client client)
    {
        Task<Task<int>> outer = Task.Factory.StartNew(() => client.CountAsync()); // ok: the nested task is another rule's
        await outer;
    }
}
