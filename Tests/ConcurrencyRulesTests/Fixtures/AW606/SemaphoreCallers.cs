// summary: Users of the gate become async, and with them their callers
// project: library
// config: awaitwise.configure_await = none
// fix: Use a SemaphoreSlim
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    private readonly object _gate = new();
    private int _count;

    public async Task SaveAsync(Task work)
    {
        Monitor.Enter(_gate);
        try
        {
            await work;
//          ^^^^^ AW606
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    public Task<int> CountAsync()
    {
        lock (_gate) {
            return Task.FromResult(_count);
        }
    }

    public void Add(int number)
    {
        lock (_gate)
        {
            _count += number;
        }
    }
}

public class User
{
    public void Fill(Store store) => store.Add(1);
}

public class Embedded
{
    private readonly object _gate = new();
    private int _count;

    public async Task SaveAsync(Task work)
    {
        Monitor.Enter(_gate);
        await work;
//      ^^^^^ AW606
        Monitor.Exit(_gate);
    }

    public async Task AddAsync(bool more)
    {
        if (more)
            lock (_gate)
            {
                _count++;
            }
    }
}

public class Locked
{
    private readonly object _gate = new();
    private int _count;

    public async Task SaveAsync(Task work)
    {
        Monitor.Enter(_gate);
        await work;
//      ^^^^^ AW606
        Monitor.Exit(_gate);
    }

    public int Count
    {
        get
        {
            lock (_gate) return _count;
        }
    }
}
