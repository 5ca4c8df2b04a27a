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
    async Task RunAsync(Work.Errand errand)
    {
        await Task.Delay(1);
        //         ^^^^^ AW401
    }

    async Task RunAsync(Work.Order errand)
    {
        await Task.Delay(1); // ok: not listed
    }
}
