// summary: What a tool wrote is analysed on request
// config: awaitwise.analyze_generated_code = true
using System.CodeDom.Compiler;
using System.Threading.Tasks;

[GeneratedCode("tool", "1.0")]
public class Proxy
{
    public Task SendAsync() => Task.Delay(1);
    public void Send() => SendAsync();
    //                    ^^^^^^^^^ AW301
}
