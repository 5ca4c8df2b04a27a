// summary: The call that made the unused task is shown
using System.Threading.Tasks;

public class Cache
{
    public Task FillAsync() => Task.Delay(1);

    public void Fill()
    {
        var filling = FillAsync();
        //  ^^^^^^^ AW301
        //            ~~~~~~~~~ AW301 "this call makes the task of 'filling'"
    }
}
