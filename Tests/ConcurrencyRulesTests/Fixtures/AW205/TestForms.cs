// summary: Lambdas of tests sleep as tests do; what sets them up, and helpers, do not count
// project: library
// references: mstest
using System;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[TestClass]
public class CacheTests
{
    [TestInitialize]
    public void SetUp() => Thread.Sleep(10); // ok: no test

    [TestMethod]
    public void Expires()
    {
        Action pause = () => Thread.Sleep(10);
        //                   ^^^^^^^^^^^^ AW205 "makes the test slow"
        pause();
        Helper();
    }

    private static void Helper() => Thread.Sleep(10); // ok: a helper
}
