// summary: NUnit waits by itself
// fix: Call the asynchronous method
using System;
using System.IO;
using System.Threading.Tasks;
using NUnit.Framework;

namespace NUnit.Framework
{
    public delegate void TestDelegate();
    public delegate Task AsyncTestDelegate();

    public class TestAttribute : Attribute { }

    public static class Assert
    {
        public static T Throws<T>(TestDelegate code) where T : Exception => null!;
        public static T ThrowsAsync<T>(AsyncTestDelegate code) where T : Exception => null!;
    }
}

namespace App
{
    public class PingTests
    {
        private Task PingAsync() => Task.FromException(new IOException());

        [Test]
        public void Throws() => Assert.Throws<IOException>(async () => await PingAsync());
        //                                                 ^^^^^ AW304 "because 'code' of 'Assert.Throws' returns nothing: its end cannot be awaited and its exceptions end the process. Use Assert.ThrowsAsync."
    }
}
