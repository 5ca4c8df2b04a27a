// does not compile: an entry point may not be async void
// summary: The entry point is the compiler's business
// project: console
using System.Threading.Tasks;

public class Program
{
    public static async void Main() => await Task.Yield(); // ok: the entry point
}
