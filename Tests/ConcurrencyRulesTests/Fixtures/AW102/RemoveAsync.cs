// summary: The call is made directly, and the function keeps returning a task
// fix: Call directly and remove 'async'
// project: web
using System.Threading.Tasks;

public class Store
{
    private int Count(int start) => start;

    public async Task<int> CountAsync(int start)
    {
        return await Task.Run(() => Count(start));
        //           ^^^^^^^^ AW102
    }
}
