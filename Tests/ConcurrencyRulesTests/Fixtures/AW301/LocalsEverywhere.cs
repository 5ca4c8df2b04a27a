// summary: Unused tasks in top-level programs, loops and sections
using System;
using System.Threading.Tasks;

var cache = new Cache();
var filling = cache.FillAsync();
//  ^^^^^^^ AW301
var used = cache.FillAsync(); // ok: read by a function below
for (var started = cache.FillAsync(); cache.Count < 3; cache.Count++) { }
//       ^^^^^^^ AW301
switch (cache.Count)
{
    case 1:
        var inSection = cache.FillAsync();
        //  ^^^^^^^^^ AW301
        break;
}
await Finish();

async Task Finish() => await used;

public class Cache
{
    public int Count;
    public Task FillAsync() => Task.CompletedTask;

    public int this[int index]
    {
        get
        {
            var filling = FillAsync();
            //  ^^^^^^^ AW301
            return index;
        }
    }

    public Cache()
    {
        ((Action)(() => { var inner = FillAsync(); }))();
        //                    ^^^^^ AW301
    }
}
