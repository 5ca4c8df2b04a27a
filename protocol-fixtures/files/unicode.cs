using System.Threading.Tasks;

public class Grüße
{
    public async Task<int> SendAsync(Mailer mailer)
    {
        return /* 🚀🚀 größer als 値 */ await Task.Run(() => mailer.SendAsync("🚀 é"));
    }
}

public class Mailer
{
    public Task<int> SendAsync(string text) => Task.FromResult(text.Length);
}
