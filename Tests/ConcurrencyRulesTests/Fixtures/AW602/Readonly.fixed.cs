// summary: A field that only constructors assign becomes readonly
// project: library
using System.Collections.Generic;

internal class Cache
{
    private readonly object _gate = new object();
    static readonly object s_gate;
    readonly object plain; // the only one
    private object _a = new(), _b = new();
    private volatile object _volatile = new();

    public Cache(object given) { plain = given; }
    static Cache() { s_gate = new object(); }

    void A() { lock (_gate) { } }
    void B() { lock (s_gate) { } }
    void C() { lock (plain) { } }
}
