// summary: The connection of a hub
// project: web
using System.Threading.Tasks;
using Microsoft.AspNetCore.SignalR;

public class ChatHub : Hub
{
    public async Task Send(string text)
    {
        await Clients.All.SendAsync("text", text);
//                        ^^^^^^^^^ AW401 warning "'Context.ConnectionAborted' is not passed"
        await Task.Delay(1);
//                 ^^^^^ AW401 "'Context.ConnectionAborted' is not passed"
    }
}
