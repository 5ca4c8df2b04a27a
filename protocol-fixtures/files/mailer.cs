using System.Threading.Tasks;

public class Mailer
{
    public Task<int> Send(string text) => Task.FromResult(text.Length);
    public int CountAsync(string text) => text.Split(' ').Length;
}
