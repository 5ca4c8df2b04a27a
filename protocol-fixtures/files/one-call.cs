using System.Threading.Tasks;

public class Mailer
{
    public int Count(string text) => text.Split(' ').Length;
}
public class Calls
{
    public async Task<int> CountAsync(Mailer mailer)
    {
        return await Task.Run(() => mailer.Count("third"));
    }
}
