// summary: Objects that others can lock too
// project: library
using System.Reflection;

namespace Shop;

public class Till
{
    public readonly object Gate = new object();
    protected readonly object Inner = new();
    internal readonly object Own = new();
    private readonly string _name = "till";
    private readonly Type _type = typeof(Till);
    private readonly object _lent = new();
    private readonly List<int> _items = new();

    public object SyncRoot => _lent;
    public object Automatic { get; } = new();
    public IReadOnlyList<int> Items
    {
        get { return _items; }
    }

    public void This() { lock (this) { } }
    //                         ^^^^ AW601 warning "Other code can lock 'this' as well, which can deadlock or stall this lock. Use a private readonly gate."

    public void Parentheses() { lock ((this)) { } }
    //                                 ^^^^ AW601 warning

    public void Cast() { lock ((object)this) { } }
    //                         ^^^^^^^^^^^^ AW601 "'this'"

    public void Type() { lock (typeof(Till)) { } }
    //                         ^^^^^^^^^^^^ AW601 "the type object"

    public void Runtime() { lock (GetType()) { } }
    //                            ^^^^^^^^^ AW601 "the type object"

    public void Stored() { lock (_type) { } }
    //                           ^^^^^ AW601 "the type object"

    public void Member(MethodInfo method) { lock (method) { } }
    //                                            ^^^^^^ AW601

    public void Parameter(ParameterInfo parameter) { lock (parameter) { } }
    //                                                     ^^^^^^^^^ AW601

    public void Name() { lock (_name) { } }
    //                         ^^^^^ AW601 "an interned string"

    public void Literal() { lock ("till") { } }
    //                            ^^^^^^ AW601 "an interned string"

    public void Interpolation(int id) { lock ($"till-{id}") { } }
    //                                        ^^^^^^^^^^^^ AW601 "an interned string"

    public void Argument(string key) { lock (key) { } }
    //                                       ^^^ AW601 "an interned string"

    public void Call(string key) { lock (string.Intern(key)) { } }
    //                                   ^^^^^^^^^^^^^^^^^^ AW601 "an interned string"

    public void Field() { lock (Gate) { } }
    //                          ^^^^ AW601 "the exposed field 'Gate'"

    public void Protected() { lock (this.Inner) { } }
    //                              ^^^^^^^^^^ AW601 "the exposed field 'Inner'"

    public void Stream(Stream stream) { lock (stream) { } }
    //                                        ^^^^^^ AW601 "'Stream' objects may be shared across application domains or by the runtime; do not lock them."

    public void Thread(Thread thread) { lock (thread) { } }
    //                                        ^^^^^^ AW601 "'Thread' objects"

    public void Memory(OutOfMemoryException error) { lock (error) { } }
    //                                                     ^^^^^ AW601 "'OutOfMemoryException' objects"

    public void Bytes(byte[] buffer) { lock (buffer) { } }
    //                                       ^^^^^^ AW601 "'byte[]' objects"

    public void Generic<T>(T writer) where T : StreamWriter { lock (writer) { } }
    //                                                              ^^^^^^ AW601 "'StreamWriter' objects"

    public void Property() { lock (SyncRoot) { } }
    //                             ^^^^^^^^ AW601 "the exposed field '_lent'"

    public void Lent() { lock (_lent) { } }
    //                         ^^^^^ AW601 "the exposed field '_lent'"

    public void Auto() { lock (Automatic) { } }
    //                         ^^^^^^^^^ AW601

    public void List() { lock (_items) { } }
    //                         ^^^^^^ AW601 "the exposed field '_items'"

    public void Enter()
    {
        Monitor.Enter(this);
        //            ^^^^ AW601
        Monitor.Exit(this);
        if (Monitor.TryEnter(typeof(Till), 10)) Monitor.Exit(typeof(Till));
        //                   ^^^^^^^^^^^^ AW601
        bool taken = false;
        Monitor.Enter(lockTaken: ref taken, obj: Gate);
        //                                       ^^^^ AW601
    }
}

public class Other
{
    public void Foreign(Till till) { lock (till.Gate) { } }
    //                                     ^^^^^^^^^ AW601 "the exposed field 'Gate'"

    public void ForeignProperty(Till till) { lock (till.SyncRoot) { } }
    //                                             ^^^^^^^^^^^^^ AW601

    protected class Derivable
    {
        public void This() { lock (this) { } }
        //                         ^^^^ AW601 warning
    }
}

internal class Hidden
{
    public readonly object Gate = new();

    public void This() { lock (this) { } }
    //                         ^^^^ AW601 suggestion
}
