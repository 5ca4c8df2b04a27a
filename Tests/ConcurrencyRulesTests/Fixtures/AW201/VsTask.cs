// summary: The tasks of Visual Studio are waited for as well
// rules: AW202
using System.Threading.Tasks;
using Microsoft.VisualStudio.Shell.Interop;

namespace Microsoft.VisualStudio.Shell.Interop
{
    public interface IVsTask
    {
        void Wait();
        object GetResult();
    }
}

public class Waits
{
    async Task<object> RunAsync(IVsTask first, IVsTask second)
    {
        first.Wait();
        //    ^^^^ AW201 "Use await."
        await Task.Yield();
        return second.GetResult();
        //            ^^^^^^^^^ AW201
    }

    void Bridge(IVsTask task) => task.Wait(); // ok: made for this
}
