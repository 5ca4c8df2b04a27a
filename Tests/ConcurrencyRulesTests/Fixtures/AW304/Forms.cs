// summary: Every place in which an async lambda becomes async void
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

public delegate void Handler(string text);

public class Scheduler
{
    public Scheduler() { }
    public Scheduler(Action start) { }
    public Action? Done { get; set; }
    public Action? this[Action key] => null;
    public void RunAt(DateTime time, Action callback) { }
    public void Register(string name, Handler handler, bool now = false) { }
    public void All(params Action[] actions) { }
    public void Generic<T>(Action<T> action, T value) { }
}

public class Derived : Scheduler
{
    public Derived() : base(async () => await Task.Yield()) { }
    //                      ^^^^^ AW304 "because 'start' of 'Scheduler' returns nothing"
}

public class Uses
{
    private Action _field = async () => await Task.Yield();
    //                      ^^^^^ AW304
    public Action Property { get; set; } = async () => { await Task.Yield(); };
    //                                     ^^^^^ AW304

    public void Arguments(Scheduler scheduler)
    {
        scheduler.RunAt(DateTime.Now, async delegate { await Task.Yield(); });
        //                            ^^^^^ AW304 warning "This async lambda becomes async void, because 'callback' of 'RunAt' returns nothing: its end cannot be awaited and its exceptions end the process."
        scheduler.RunAt(callback: async () => await Task.Yield(), time: DateTime.Now);
        //                        ^^^^^ AW304 "because 'callback' of 'RunAt' returns nothing"
        scheduler.Register("a", async text => await Task.Yield(), true);
        //                      ^^^^^ AW304 "because 'handler' of 'Register' returns nothing"
        scheduler.All(() => { }, async () => await Task.Yield());
        //                       ^^^^^ AW304 "because 'actions' of 'All' returns nothing"
        scheduler.Generic<int>(async number => await Task.Delay(number), 1);
        //                     ^^^^^ AW304
        scheduler.RunAt(DateTime.Now, (async () => await Task.Yield()));
        //                             ^^^^^ AW304 "because 'callback' of 'RunAt' returns nothing"
        var made = new Scheduler(async () => await Task.Yield()) { Done = async () => await Task.Yield() };
        //                       ^^^^^ AW304 "because 'start' of 'Scheduler' returns nothing"
        //                                                                ^^^^^ AW304 "because 'Action' returns nothing"
        var found = scheduler[async () => await Task.Yield()];
        //                    ^^^^^ AW304
    }

    public Action Others(Scheduler scheduler, bool now)
    {
        Action later = async () => await Task.Yield();
        //             ^^^^^ AW304 "because 'Action' returns nothing"
        later = async () => { await Task.Yield(); };
        //      ^^^^^ AW304
        later += async () => await Task.Yield();
        //       ^^^^^ AW304
        scheduler.Done = async () => await Task.Yield();
        //               ^^^^^ AW304
        var cast = (Action)(async () => await Task.Yield());
        //                  ^^^^^ AW304 "because 'Action' returns nothing"
        var made = new Action<int>(async number => await Task.Yield());
        //                         ^^^^^ AW304 "because 'Action<int>' returns nothing"
        Action[] array = { async () => await Task.Yield() };
        //                 ^^^^^ AW304
        var list = new List<Action> { async () => await Task.Yield() };
        //                            ^^^^^ AW304
        var choice = now ? later : async () => await Task.Yield();
        //                         ^^^^^ AW304
        EventHandler handler = async (sender, e) => await Task.Yield();
        //                     ^^^^^ AW304
        Action streaming = async () => { await foreach (var item in Items()) { Console.WriteLine(item); } };
        //                 ^^^^^ AW304
        Action nested = () => { Action inner = async () => await Task.Yield(); inner(); };
        //                                     ^^^^^ AW304
        return async () => await Task.Yield();
        //     ^^^^^ AW304
    }

    private static async IAsyncEnumerable<int> Items()
    {
        yield return 1;
        await Task.Yield();
    }
}
