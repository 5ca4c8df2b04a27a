// summary: The call is made directly, and the function keeps returning a task
// fix: Call directly and remove 'async'
// project: web
using System.Threading.Tasks;

public class Store
{
    private int Count(int start) => start;

    public Task<int> CountAsync(int start)
    {
        return Task.FromResult(Count(start));
    }
}
