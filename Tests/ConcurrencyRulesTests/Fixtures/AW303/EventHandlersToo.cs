// summary: Event handlers are reported on request
// config: awaitwise.AW303.event_handlers = true
using System;
using System.Threading.Tasks;

public class Form
{
    private async void Button_Click(object sender, EventArgs e) => await Task.Yield();
    //                 ^^^^^^^^^^^^ AW303
}
