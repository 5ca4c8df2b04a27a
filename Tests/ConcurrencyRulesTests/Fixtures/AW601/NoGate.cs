// summary: Where a gate can't take the object's place, or only with a look at others
// project: library
using System.Threading;

public class Lent
{
    public readonly object Gate = new();

    public void Lock() { lock (Gate) { } }
    //                         ^^^^ AW601
}

public class Borrower
{
    public void Lock(Lent lent) { lock (lent.Gate) { } }
    //                                  ^^^^^^^^^ AW601
}

public record Order(int Id)
{
    public void Lock() { lock (this) { } }
    //                         ^^^^ AW601
}

public interface IDefault
{
    void Lock() { lock (this) { } }
    //                  ^^^^ AW601
}
