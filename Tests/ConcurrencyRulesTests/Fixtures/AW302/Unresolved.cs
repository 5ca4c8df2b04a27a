// does not compile: names that bind to nothing
// summary: A call by name counts in a function that awaits another such call
using System.Threading.Tasks;

public class Uploader
{
    public async Task RunAsync(Client client)
    {
        await client.ConnectAsync();
        client.UploadAsync();
        //     ^^^^^^^^^^^ AW302 suggestion "'UploadAsync' is not awaited: execution goes on before it ends and its exceptions are lost. (assumed from the name: 'UploadAsync' could not be resolved)"
        System.Console.WriteLine(1);
        System.Console.WriteLine(2);
        System.Console.WriteLine(3);
        System.Console.WriteLine(4);
        System.Console.WriteLine(5);
        System.Console.WriteLine(6);
        System.Console.WriteLine(7);
        System.Console.WriteLine(8);
        System.Console.WriteLine(9);
        client.Upload(); // ok: its name says nothing
    }

    public async Task AloneAsync(Client client)
    {
        client.UploadAsync(); // ok: nothing shows that such names are awaited here
        await Task.Yield();
        System.Console.WriteLine(10);
        System.Console.WriteLine(11);
        System.Console.WriteLine(12);
        System.Console.WriteLine(13);
        System.Console.WriteLine(14);
        System.Console.WriteLine(15);
    }
}
