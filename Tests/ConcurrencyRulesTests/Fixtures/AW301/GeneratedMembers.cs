// summary: What a tool wrote, by its attributes
using System;
using System.CodeDom.Compiler;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

[GeneratedCode("tool", "1.0")]
public partial class Proxy
{
    public Task SendAsync() => Task.Delay(1);
    public void Send() => SendAsync(); // ok: a tool wrote the type

    private class Inner
    {
        public void Use(Proxy proxy) => proxy.SendAsync(); // ok: a tool wrote the type around
    }
}

public partial class Proxy
{
    public void SendToo() => SendAsync();
    //                       ^^^^^^^^^ AW301
}

public class Uses(Proxy proxy)
{
    [CompilerGenerated]
    public void First() => proxy.SendAsync(); // ok: the compiler wrote it

    [System.CodeDom.Compiler.GeneratedCodeAttribute("tool", "1.0")]
    public int Second
    {
        get
        {
            proxy.SendAsync(); // ok: a tool wrote it
            return 1;
        }
    }

    [Obsolete("old")]
    public void Third() => proxy.SendAsync();
    //                           ^^^^^^^^^ AW301
}
