// summary: Results of test doubles
// references: moq, nsubstitute
#nullable disable
using System.Threading.Tasks;
using Moq;
using NSubstitute;

public interface IStore
{
    Task<string> LoadAsync();
}

public class Checks
{
    public void Doubles(Mock<IStore> mock, IStore store)
    {
        mock.Setup(s => s.LoadAsync()).Returns(() => null); // ok: the test wants a missing task
        mock.Setup(s => s.LoadAsync()).ReturnsAsync(() => null); // ok: the result
        store.LoadAsync().Returns(_ => (Task<string>)null); // ok: the test wants a missing task
    }
}
