// summary: A library is told, no more
// project: library
using System.Threading.Tasks;

public class Uses
{
    void Run() => Task.Run(() => Work()).Wait();
    //                                   ^^^^ AW203 suggestion
    void Work() { }
}
