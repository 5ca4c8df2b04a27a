// summary: The underscore is taken
// fix: Discard explicitly
using System;
using System.Threading.Tasks;

public class Cache
{
    public Task FillAsync() => Task.CompletedTask;

    public void Fill(Action<Action<int>> each)
    {
        each(_ => FillAsync());
    }

    public void Local(int _)
    {
        FillAsync();
    }
}
