// summary: Types that carry a token in a property, as configured
// config: awaitwise.token_carriers = Work.Errand.Stopping
using System.Threading;
using System.Threading.Tasks;

namespace Work
{
    public class Errand
    {
        public CancellationToken Stopping { get; }
    }

    public class Order
    {
        public CancellationToken Stopping { get; }
    }
}

public class Job
{
    private readonly Work.Errand _errand = new();

    async Task RunAsync()
    {
        await Task.Delay(1);
        //         ^^^^^ AW401 "_errand.Stopping"
    }
}

public class OtherJob
{
    private readonly Work.Order _order = new();

    async Task RunAsync()
    {
        await Task.Delay(1); // ok: not listed
    }
}
