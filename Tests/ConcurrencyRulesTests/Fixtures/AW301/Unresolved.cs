// does not compile: names that bind to nothing
// summary: Unresolved calls say nothing outside async code
using System.Threading.Tasks;

public class Uploader
{
    public void Start(Client client, Unknown other)
    {
        client.UploadAsync(); // ok: a method of this name may return nothing
        UploadAsync(1); // ok: nobody knows it
        other?.SendAsync(); // ok: nobody knows it
        Task.Delay("x"); // ok: no overload fits
    }

    public void Half(System.IO.Stream stream)
    {
        stream.WriteAsync(); // ok: no overload fits
    }
}
