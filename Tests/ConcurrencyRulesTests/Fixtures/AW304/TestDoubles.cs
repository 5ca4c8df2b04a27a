// summary: Callbacks of test doubles
// references: moq, nsubstitute
using System;
using System.Threading.Tasks;
using Moq;
using NSubstitute;

public interface IStore
{
    Task SaveAsync(string text);
    void Save(string text);
}

public class Checks
{
    public void Doubles(Mock<IStore> mock, IStore store)
    {
        mock.Setup(s => s.SaveAsync("a")).Returns(async () => await Task.Yield()); // ok: returns a task
        mock.Setup(s => s.SaveAsync("a")).Returns<string>(async text => await Task.Yield()); // ok: returns a task
        mock.Setup(s => s.Save("a")).Callback(async () => await Task.Yield());
        //                                    ^^^^^ AW304
        store.When(async s => await s.SaveAsync("a")).Do(_ => { }); // ok: returns a task
        store.When(s => s.Save("a")).Do(async _ => await Task.Yield()); // ok: returns a task
    }
}
