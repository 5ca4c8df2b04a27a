// summary: The statements of a program
// project: web
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
    using var provider = services.BuildServiceProvider();
//  ^^^^^ AW807 warning "'ServiceProvider'"
using (var scope = provider.CreateScope())
//                          ^^^^^^^^^^^ AW807 warning
{
    await Task.Yield();
}
