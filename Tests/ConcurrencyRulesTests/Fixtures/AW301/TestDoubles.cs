// summary: Calls that set up or verify test doubles
// references: moq, nsubstitute
using System;
using System.Linq.Expressions;
using System.Threading.Tasks;
using Moq;
using NSubstitute;

public interface IStore
{
    Task SaveAsync(string text);
    Task<int> CountAsync();
}

public class Checks
{
    public void Substitutes(IStore store)
    {
        store.Received(1).SaveAsync("a"); // ok: a verification
        store.ReceivedWithAnyArgs().SaveAsync(""); // ok: a verification
        store.DidNotReceiveWithAnyArgs().CountAsync(); // ok: a verification
        store.CountAsync().Returns(3); // ok: prepared
        store.When(s => s.SaveAsync("a")).Do(_ => throw new InvalidOperationException()); // ok: prepared
        Received.InOrder(() =>
        {
            store.SaveAsync("a"); // ok: a verification
            store.CountAsync(); // ok: a verification
        });
        store.SaveAsync("b");
        //    ^^^^^^^^^ AW301
    }

    public void Mocks(Mock<IStore> mock)
    {
        mock.Setup(s => s.SaveAsync("a")).Returns(Task.CompletedTask); // ok: an expression tree
        mock.Verify(s => s.SaveAsync("a"), Times.Once); // ok: an expression tree
        mock.Object.SaveAsync("a");
        //          ^^^^^^^^^ AW301
    }
}
