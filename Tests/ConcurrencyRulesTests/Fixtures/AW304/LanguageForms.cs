// summary: Newer forms of expressions around the lambda
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Callback = System.Action<int>;

public class Source
{
    public event EventHandler? Click;
    public event Action<string>? Renamed;
    public Action? Done { get; set; }
    public void Raise() { Click?.Invoke(this, EventArgs.Empty); Renamed?.Invoke(""); }
}

public static class Hooks
{
    extension(Source source)
    {
        public void Hook(Action action) => source.Done = action;
    }

    public static void HookOld(this Source source, Action<Source> action) { }
    public static void Optional(string name, Action? first = null, Action? second = null) { }
}

public class Base(Action start)
{
    public void Begin() => start();
}

public class Derived() : Base(async () => await Task.Yield());
//                            ^^^^^ AW304 "because 'start' of 'Base' returns nothing"

public record Job(Action Run);

public class Uses
{
    public void Events(Source source, Source? maybe, bool first)
    {
        maybe?.Click += async (sender, e) => await Task.Yield(); // ok: an event
        source.Renamed += first ? async name => await Task.Yield() : null; // ok: an event
        source.Renamed += first switch { true => async name => await Task.Yield(), _ => null }; // ok: an event
        maybe?.Done = async () => await Task.Yield();
        //            ^^^^^ AW304
    }

    public Action? Places(Source source, int kind)
    {
        source.Hook(async () => await Task.Yield());
        //          ^^^^^ AW304 "because 'action' of 'Hook' returns nothing"
        source.HookOld(async s => await Task.Yield());
        //             ^^^^^ AW304 "because 'action' of 'HookOld' returns nothing"
        Hooks.HookOld(source, async s => await Task.Yield());
        //                    ^^^^^ AW304 "because 'action' of 'Hooks.HookOld' returns nothing"
        Hooks.Optional("a", second: async () => await Task.Yield());
        //                          ^^^^^ AW304 "because 'second' of 'Hooks.Optional' returns nothing"
        var job = new Job(async () => await Task.Yield());
        //                ^^^^^ AW304 "because 'Run' of 'Job' returns nothing"
        var other = job with { Run = async () => await Task.Yield() };
        //                           ^^^^^ AW304 "because 'Action' returns nothing"
        Callback aliased = async number => await Task.Delay(number);
        //                 ^^^^^ AW304 "because 'Action<int>' returns nothing"
        List<Action> list = [async () => await Task.Yield()];
        //                   ^^^^^ AW304
        (Action, int) pair = (async () => await Task.Yield(), 1);
        //                    ^^^^^ AW304
        var map = new Dictionary<string, Action> { ["a"] = async () => await Task.Yield() };
        //                                                 ^^^^^ AW304
        Action kept = static async () => await Task.Yield();
        //                   ^^^^^ AW304
        Action explicitly = async void () => await Task.Yield();
        //                  ^^^^^ AW304
        var natural = async () => await Task.Yield(); // ok: returns a task
        var chosen = kind switch { 0 => kept, _ => async () => await Task.Yield() };
        //                                         ^^^^^ AW304
        kept ??= async () => await Task.Yield();
        //       ^^^^^ AW304
        natural();
        return kind == 3 ? chosen : async () => await Task.Yield();
        //                          ^^^^^ AW304
    }

    public Action Getter => async () => await Task.Yield();
    //                      ^^^^^ AW304

    public event Action Changed
    {
        add => Inner(async () => await Task.Yield());
        //           ^^^^^ AW304
        remove { }
    }

    private void Inner(Action action) { }
}
