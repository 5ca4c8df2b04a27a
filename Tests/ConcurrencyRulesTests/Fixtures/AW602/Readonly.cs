// summary: A field that only constructors assign becomes readonly
// project: library
using System.Collections.Generic;

internal class Cache
{
    private object _gate = new object();
    static object s_gate;
    object plain; // the only one
    private object _a = new(), _b = new();
    private volatile object _volatile = new();

    public Cache(object given) { plain = given; }
    static Cache() { s_gate = new object(); }

    void A() { lock (_gate) { } }
    //               ^^^^^ AW602 suggestion
    void B() { lock (s_gate) { } }
    //               ^^^^^^ AW602 suggestion
    void C() { lock (plain) { } }
    //               ^^^^^ AW602 suggestion
}
