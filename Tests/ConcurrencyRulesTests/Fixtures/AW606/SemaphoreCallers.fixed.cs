// summary: Users of the gate become async, and with them their callers
// project: library
// config: awaitwise.configure_await = none
// fix: Use a SemaphoreSlim
using System.Threading;
using System.Threading.Tasks;

public class Store
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int _count;

    public async Task SaveAsync(Task work)
    {
        await _gate.WaitAsync();
        try
        {
            await work;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<int> CountAsync()
    {
        await _gate.WaitAsync();
        try {
            return _count;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task Add(int number)
    {
        await _gate.WaitAsync();
        try
        {
            _count += number;
        }
        finally
        {
            _gate.Release();
        }
    }
}

public class User
{
    public async Task Fill(Store store) => await store.Add(1);
}

public class Embedded
{
    private readonly object _gate = new();
    private int _count;

    public async Task SaveAsync(Task work)
    {
        Monitor.Enter(_gate);
        await work;
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
