// summary: Locals that nobody else has got yet when they are locked
// project: library
using System.Text;

namespace Shop;

internal class Cache
{
    private object? _stored;
    private readonly List<object> _list = new();

    int Filled()
    {
        var list = new List<int>();
        lock (list) { list.Add(1); }
//            ^^^^ AW602
        return list.Count;
    }

    List<int> Returned()
    {
        var list = new List<int>();
        lock (list) { list.Add(1); } // ok: whoever calls gets it
        return list;
    }

    string Text()
    {
        var text = new StringBuilder();
        lock (text) text.Append('a');
//            ^^^^ AW602
        return text.ToString();
    }

    void StoredLater()
    {
        var gate = new object();
        lock (gate) { }
//            ^^^^ AW602
        _stored = gate;
    }

    void StoredOnOnePath(bool early)
    {
        var gate = new object();
        if (early) _stored = gate;
        lock (gate) { } // ok: somebody may have it
    }

    void Published()
    {
        var entry = new List<int>();
        lock (entry) // ok: those who find it wait until it is filled
        {
            _list.Add(entry);
            entry.Add(1);
        }
    }

    void Waits()
    {
        var waiter = new object();
        Monitor.Enter(waiter); // ok: whoever takes it out of the list wakes it
        _list.Add(waiter);
        Monitor.Wait(waiter);
        Monitor.Exit(waiter);
    }

    void StoredInRounds()
    {
        var gate = new object();
        for (int i = 0; i < 3; i++)
        {
            lock (gate) { } // ok: somebody has it from the second round on
            _stored = gate;
        }
    }

    void MadeInRounds()
    {
        for (int i = 0; i < 3; i++)
        {
            var gate = new object();
            lock (gate) { }
//                ^^^^ AW602
            _stored = gate;
        }
    }

    void EitherWay(bool large)
    {
        var gate = large ? new List<int>(100) : new List<int>();
        lock (gate) gate.Add(1);
//            ^^^^ AW602
    }

    void Worker()
    {
        var worker = new Worker();
        worker.Start();
        lock (worker) { } // ok: it may have given itself to a thread
    }

    void Enumerated()
    {
        var list = new List<int>();
        IEnumerable<int> later = list.Where(n => n > 0);
        lock (list) { } // ok: the query holds it
        foreach (int number in later) _list.Add(number);
    }

    void Tasks()
    {
        var list = new List<int>();
        var task = Task.Run(() => { lock (list) list.Add(1); }); // ok: captured
        lock (list) list.Add(2); // ok: captured
        task.Wait();
    }
}

internal class Worker
{
    public void Start() => new Thread(() => { lock (this) { } }).Start();
}
