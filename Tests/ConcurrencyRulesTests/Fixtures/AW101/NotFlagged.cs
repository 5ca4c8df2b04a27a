// summary: Offloads that stay silent
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

public class Mail { }
public class Mailer
{
    public Task SendAsync(Mail mail) => Task.CompletedTask;
    public ValueTask FlushAsync() => default;
    public ValueTask<int> CountAsync() => new ValueTask<int>(1);
    public int Count() => 1;
    public Mailer Next;
}

public class Silent
{
    private Task _background;
    private Task Loop { get; set; }

    void FireAndForget(Mailer mailer, Mail mail) => _ = Task.Run(() => mailer.SendAsync(mail)); // ok: discarded

    void Dropped(Mailer mailer, Mail mail)
    {
        Task.Run(() => mailer.SendAsync(mail)); // ok: dropped
    }

    void Stored(Mailer mailer, Mail mail)
    {
        _background = Task.Run(() => mailer.SendAsync(mail)); // ok: stored in a field
        Loop = Task.Run(() => mailer.SendAsync(mail)); // ok: stored in a property
    }

    async Task Received(Mailer mailer, Mail mail, CancellationToken token)
    {
        await Task.Run(() => mailer.SendAsync(mail)).WaitAsync(token); // ok: received by another member
        await Task.Run(() => mailer.SendAsync(mail)).ContinueWith(t => { }); // ok: received by another member
    }

    async Task Raced(Mailer mailer, Mail mail)
    {
        await Task.WhenAny(Task.Run(() => mailer.SendAsync(mail)), Task.Delay(100)); // ok: raced
    }

    async Task NeverJoined(Mailer mailer, Mail mail)
    {
        var task = Task.Run(() => mailer.SendAsync(mail)); // ok: the local is never joined
        await Task.Delay(1);
        Console.WriteLine(task.IsCompleted);
    }

    void Blocked(Mailer mailer, Mail mail)
    {
        Task.Run(() => mailer.SendAsync(mail)).Wait(); // ok: blocking is another rule's
        Task.Run(() => mailer.SendAsync(mail)).GetAwaiter().GetResult(); // ok: blocking is another rule's
        var task = Task.Run(() => mailer.SendAsync(mail)); // ok: blocked on through its local
        task.Wait();
    }

    async Task ValueTasks(Mailer mailer)
    {
        await Task.Run(() => mailer.FlushAsync()); // ok: a value task is another rule's
        await Task.Run(async () => await mailer.CountAsync()); // ok: a value task
    }

    async Task ConditionalAccess(Mailer mailer, Mail mail)
    {
        await Task.Run(() => mailer?.SendAsync(mail)); // ok: conditional access
    }

    async Task InnerAwait(Mailer mailer, Func<Task<Mail>> next)
    {
        await Task.Run(async () => await mailer.SendAsync(await next())); // ok: another await inside
    }

    async Task SeveralStatements(Mailer mailer, Mail mail)
    {
        await Task.Run(async () => { Console.WriteLine("sending"); await mailer.SendAsync(mail); }); // ok: several statements
        await Task.Run(() => // ok: several statements
        {
            Console.WriteLine("sending");
            return mailer.SendAsync(mail);
        });
        await Task.Run(async () => // ok: try
        {
            try { await mailer.SendAsync(mail); } catch (IOException) { }
        });
        await Task.Run(async () => // ok: using
        {
            using (File.OpenRead("a")) await mailer.SendAsync(mail);
        });
    }

    async Task Synchronous(Mailer mailer, byte[] data)
    {
        Task<int> count = Task.Run(() => CountPrimes(data)); // ok: real work, no task inside
        await Task.Delay(10);
        await count;
    }

    async Task Suppressed(Mailer mailer, Mail mail)
    {
        Task task;
        using (ExecutionContext.SuppressFlow())
        {
            task = Task.Run(() => mailer.SendAsync(mail)); // ok: no execution-context flow
        }
        await task;
    }

    static int CountPrimes(byte[] data) => data.Length;
}

// A type that merely has the same name.
public static class Other
{
    public static class Task
    {
        public static System.Threading.Tasks.Task Run(Func<System.Threading.Tasks.Task> action) => action();
    }

    static async System.Threading.Tasks.Task Use(Mailer mailer, Mail mail)
    {
        await Task.Run(() => mailer.SendAsync(mail)); // ok: not the framework's Task
    }
}
