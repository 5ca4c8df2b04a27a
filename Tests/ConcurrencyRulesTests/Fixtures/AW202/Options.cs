// summary: Members that may block, and the entry point, are let pass by options
// config: awaitwise.AW202.allowed_members = Load, Uses.Read
// config: awaitwise.AW202.entry_point = off
using System.Threading.Tasks;

public class Uses
{
    Task<int> LoadAsync() => Task.FromResult(1);
    int Load() => LoadAsync().Result; // ok: allowed by name
    int Read() => LoadAsync().Result; // ok: allowed by full name
    int Find() => LoadAsync().Result;
    //                        ^^^^^^ AW202
    static void Main() => new Uses().LoadAsync().Wait(); // ok: the entry point
}
