// summary: In web projects it weighs more; the program's own start does not count
// project: web
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
var text = File.ReadAllText("a");
//              ^^^^^^^^^^^ AW204 warning
app.Logger.LogInformation(text);
app.Run(); // ok: the main thread has nothing else to do
