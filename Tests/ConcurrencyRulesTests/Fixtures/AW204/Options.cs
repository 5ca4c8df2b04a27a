// summary: Synchronous code on demand, and members that are left out
// config: awaitwise.AW204.in_sync_code = true
// config: awaitwise.AW204.own_code = false
// config: awaitwise.counterpart_exclusions = System.IO.Stream.Flush
using System.IO;
using System.Threading.Tasks;

public class Uses
{
    private void Read(Stream stream, byte[] data)
    {
        stream.Read(data, 0, 1);
        //     ^^^^ AW204
        stream.Flush(); // ok: excluded
        Own(); // ok: own code
    }

    public void Exposed(Stream stream, byte[] data) => stream.Read(data, 0, 1); // ok: others call it

    void Own() { }
    Task OwnAsync() => Task.CompletedTask;
}
