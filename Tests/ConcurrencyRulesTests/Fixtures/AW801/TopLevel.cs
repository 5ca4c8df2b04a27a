// summary: The statements of a program
// project: console
using System.Threading.Tasks;

var item = GetAsync(1);
await item; // ok: the first time
await item;
//    ^^^^ AW801

static ValueTask<int> GetAsync(int id) => new(id);
