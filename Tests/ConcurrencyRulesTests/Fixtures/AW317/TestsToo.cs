// summary: Tests are reported on request
// config: awaitwise.AW316.tests = true
// references: xunit
using System;
using Xunit;

public abstract class StoreTests
{
    [Fact]
    public void Throws_on_SaveAsync() => Console.WriteLine();
    //          ^^^^^^^^^^^^^^^^^^^ AW317
}
