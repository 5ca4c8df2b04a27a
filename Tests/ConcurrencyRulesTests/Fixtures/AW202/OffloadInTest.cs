// summary: In tests the rule about offloads is off, and the rule about waits in general does not step in
// project: test
using System.Threading.Tasks;

public class Uses
{
    void Run() => Task.Run(() => Work()).Wait(); // ok: test code
    void Work() { }
}
