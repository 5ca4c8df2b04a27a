// summary: Handlers of events are reported on request
// config: awaitwise.AW304.event_handlers = true
using System;
using System.Threading.Tasks;

public class Button
{
    public event EventHandler? Click;
    public void On(EventHandler handler) => Click += handler;
    public void Raise() => Click?.Invoke(this, EventArgs.Empty);
}

public class Uses
{
    public void Attach(Button button)
    {
        button.Click += async (sender, e) => await Task.Yield();
        //              ^^^^^ AW304 "because 'EventHandler' returns nothing"
        button.On(async (sender, e) => await Task.Yield());
        //        ^^^^^ AW304
    }
}
