// summary: The peer's option counts as well
// config: MA0134.report_discarded = true
using System.Threading.Tasks;

public class Cache
{
    public Task FillAsync() => Task.CompletedTask;

    public void Fill()
    {
        _ = FillAsync();
        //  ^^^^^^^^^ AW301
    }
}
