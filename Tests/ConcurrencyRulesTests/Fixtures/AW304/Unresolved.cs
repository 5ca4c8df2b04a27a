// does not compile: names that bind to nothing
// summary: Nobody knows what an unresolved delegate returns
using System.Threading.Tasks;

public class Uses
{
    public void Run(Unknown unknown)
    {
        unknown.Run(async () => await Task.Yield()); // ok: nobody knows
        Missing(async () => await Task.Yield()); // ok: nobody knows
        Callback callback = async () => await Task.Yield(); // ok: nobody knows
    }
}
