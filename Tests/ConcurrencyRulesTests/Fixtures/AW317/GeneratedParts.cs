// does not compile: the other part comes from a generator
// summary: Methods that a generator implements
using System;
using Microsoft.Extensions.Logging;

public partial class Listener
{
    [LoggerMessage(1, LogLevel.Error, "Failed to accept")]
    private static partial void LogFailureInAcceptAsync(ILogger logger, Exception exception); // ok: called after what it logs

    private static partial void CountAsync();
    //                          ^^^^^^^^^^ AW317

    private static partial void CountAsync() { }
}
