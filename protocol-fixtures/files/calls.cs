using System.Threading.Tasks;

public class Mailer
{
    public Task<int> SendAsync(string text) => Task.FromResult(text.Length);
    public int Count(string text) => text.Split(' ').Length;
}

public class Calls
{
    public async Task<int> ForwardAsync(Mailer mailer)
    {
        return await Task.Run(() => mailer.SendAsync("first"));
        //           ^^^^^^^^ #redundant
        //                          ^^^^^^^^^^^^^^^^^^^^^^^^^ #call
    }

    public async Task<int> CountAsync(Mailer mailer)
    {
        return await Task.Run(() => mailer.Count("second"));
        //           ^^^^^^^^ #over-sync
    }
}
