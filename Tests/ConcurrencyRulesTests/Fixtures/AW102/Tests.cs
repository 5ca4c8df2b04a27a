// summary: A test that starts two offloads tries out what happens side by side
// project: test
using System.Threading.Tasks;

public class CounterTests
{
    private int _count;

    public async Task CountsFromTwoThreads()
    {
        await Task.Run(() => Increment()); // ok: another one follows
        await Task.Run(() => Increment()); // ok: another one goes before
    }

    public async Task Counts()
    {
        await Task.Run(() => Increment());
        //    ^^^^^^^^ AW102 suggestion
    }

    private void Increment() => _count++;
}
