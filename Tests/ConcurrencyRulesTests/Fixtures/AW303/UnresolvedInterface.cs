// does not compile: a base that binds to nothing
// summary: A public method may implement an interface that nobody knows
using System.Threading.Tasks;

public class Handler : IMessageHandler
{
    public async void Handle(string message) => await Task.Yield(); // ok: may be the interface's
    private async void Prepare() => await Task.Yield();
    //                 ^^^^^^^ AW303
}

public class Service : ServiceBase, IStartable
{
    public async void Start() => await Task.Yield(); // ok: may be the interface's
}

public class Derived : ServiceBase
{
    public async void Start() => await Task.Yield();
    //                ^^^^^ AW303
    public override async void Stop() => await Task.Yield(); // ok: an override
}
