using System.Threading.Tasks;

public class Calls
{
    public async Task<int> ForwardAsync(Mailer mailer)
    {
        return await Task.Run(() => mailer.Send("first"));
    }

    public async Task<int> CountAllAsync(Mailer mailer)
    {
        return await Task.Run(() => mailer.CountAsync("second"));
    }
}
