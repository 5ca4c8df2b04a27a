// summary: Primary constructors, records, structs, chained constructors, interfaces, joinable tasks
// references: vs-threading
// rules: AW202
using System.Threading.Tasks;
using Microsoft.VisualStudio.Threading;

public class Base(int size)
{
    public int Size => size;
}

public class Derived(Task<int> size) : Base(size.Result)
//                                               ^^^^^^ AW207 "Create 'Derived' through an asynchronous factory."
{
    public int Twice { get; } = 2 * size.Result;
    //                                   ^^^^^^ AW207
}

public record Page(int Size)
{
    public Page(Task<int> size) : this(size.Result) { }
    //                                      ^^^^^^ AW207
}

public struct Point
{
    public int X;
    public Point(Task<int> x) { X = x.Result; }
    //                                ^^^^^^ AW207
    static Point() { Task.Delay(1).Wait(); }
    //                             ^^^^ AW207 "static initialization of 'Point'"
}

public interface IDefaults
{
    static readonly int Size = Task.Delay(1).ContinueWith(_ => 1).Result;
    //                                                            ^^^^^^ AW207 "static initialization of 'IDefaults'"
    static int Twice { get; } = Task.Delay(1).ContinueWith(_ => 2).Result;
    //                                                             ^^^^^^ AW207
}

public class Joined
{
    public Joined(JoinableTaskFactory factory)
    {
        factory.Run(async () => await Task.Yield());
        //      ^^^ AW207 "'Run'"
        void Later() => Task.Delay(1).Wait();
        //                            ^^^^ AW202
        Later();
    }
}
