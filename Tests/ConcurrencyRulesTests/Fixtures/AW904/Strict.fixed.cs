// summary: Options that are no constant, when that is asked for
// config: awaitwise.AW904.strict = true
using System.Threading.Tasks;

public class Answers
{
    TaskCompletionSource Make(TaskCreationOptions options) => new TaskCompletionSource(options | TaskCreationOptions.RunContinuationsAsynchronously);
}
