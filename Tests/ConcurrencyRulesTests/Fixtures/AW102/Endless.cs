// summary: Loops without end, and work for the processor
using System;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

public class Pump
{
    private readonly BlockingCollection<int> _queue = new();

    async Task RunAsync(CancellationToken token, byte[] data)
    {
        await Task.Run(() => Poll(token)); // ok: it would keep the caller for good
        await Task.Run(Spin); // ok: likewise
        await Task.Run(() => Drain()); // ok: likewise
        await Task.Run(() => Repeat()); // ok: likewise
        await Task.Run(() => SHA256.HashData(data)); // ok: work for the processor
        await Task.Run(() => BrotliEncoder.GetMaxCompressedLength(5)); // ok: work for the processor
        await Task.Run(() => Count(3));
        //    ^^^^^^^^ AW102
    }

    private void Poll(CancellationToken token)
    {
        try
        {
            while (!token.IsCancellationRequested) Thread.Sleep(1);
        }
        finally
        {
            Spin();
        }
    }

    private void Spin()
    {
        for (; ; ) Thread.Sleep(1);
    }

    private void Drain()
    {
        foreach (var item in _queue.GetConsumingEnumerable()) Console.WriteLine(item);
    }

    private void Repeat()
    {
        do { Thread.Sleep(1); } while (true);
    }

    private void Count(int times)
    {
        for (int i = 0; i < times; i++) Console.WriteLine(i);
    }
}
