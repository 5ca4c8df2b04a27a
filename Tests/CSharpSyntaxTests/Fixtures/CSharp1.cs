extern alias E1;
using System;
using A = System.Collections;
using G = global::System.Text;
[assembly: CLSCompliant(true)]
[module: M]
namespace N.M {
  using System.IO;
  public abstract class C : B, I1, I2 {
    public const int K = 1, L = 2;
    private static readonly int x = 1, y;
    protected internal volatile int z;
    static C() { }
    public C(int a, ref int b, out int c, params int[] d) : base(a) { }
    internal C() : this(1) { }
    ~C() { }
    public int P { get { return 1; } set { } }
    protected int Q { private get; set; }
    public abstract int R { get; }
    public int this[int i, string s] { get { return 0; } set { } }
    public event EventHandler E1, E2;
    public event EventHandler E3 { add { } remove { } }
    public static C operator +(C a, C b) { return a; }
    public static C operator -(C a) { return a; }
    public static bool operator true(C a) { return true; }
    public static bool operator false(C a) { return true; }
    public static C operator >>(C a, int b) { return a; }
    public static C operator <<(C a, int b) { return a; }
    public static C operator ++(C a) { return a; }
    public static bool operator ==(C a, C b) { return a; }
    public static bool operator >=(C a, C b) { return a; }
    public static implicit operator int(C c) { return 1; }
    public static explicit operator C(int i) { return null; }
    int I1.M() { return 1; }
    int I1.P { get { return 1; } }
    int I1.this[int i] { get { return i; } }
    event EventHandler I1.E { add { } remove { } }
    void N.I<int>.M<T>() { }
    public virtual void V() { }
    public override void O() { }
    public sealed override void S() { }
    public new void H() { }
    [DllImport("x")] public static extern int X(int a);
    unsafe void U(int* p, void** q) { int* r = &*p; p->x = 1; *p = 2; p++; int v = p[0]; fixed (int* s = arr, t = &x) { } int** pp = &p; var a = (int*)p; sizeof(int).ToString(); }
    [return: R] [A, B(1, N = 2)] [field: F] [type: T()] void At([param: P] int x, [In, Out] ref int y) { }
    class Nested { } struct S { } enum E { A, B = 2, C, } enum F : byte { } interface I { void M(); int P { get; set; } event E E; int this[int i] { get; } }
    delegate void D(int x); public delegate int D2<T>(T x) where T : class;
    void Statements() {
      int a = 1, b; const int c = 2;
      lbl: a = 1;
      goto lbl;
      switch (a) { case 1: case 2: goto case 1; case 3: goto default; default: break; }
      for (int i = 0, j = 1; i < 10; i++, j--) { }
      for (;;) break;
      for (a = 1, b = 2; ; ) continue;
      foreach (int q in arr) ;
      while (true) ; do { } while (false);
      try { } catch (Exception e) { } catch (E) { } catch { } finally { }
      lock (a) { } using (x) { } using (T t = y, u = z) ;
      checked { } unchecked { } unsafe { } checked(a + b).M(); x = unchecked((int)1);
      throw new E(); throw;
      if (a) b(); else if (c) d(); else { }
      return; return 1;
      ;
      int[] arr = { 1, 2 }; int[][,] z = new int[3][,]; int[,] w = new int[,] { { 1 }, { 2, 3 } }; var q2 = new int[2, 3]; 
      x = (A)-b; x = (A)(b); x = (int)-b; x = (A)b; x = (A)!b; x = (A)~b; x = (A)"s"; x = (A).B; x = (A)[0]; x = (A.B)c; x = (A)this; x = (A)new B(); x = (A[])b; x = (A<B>)c; x = (A<B>)-c; x = (a)*b; x = (a)&b; x = (A)typeof(B); x = (A)delegate { }; x = (A)(B)(C)d; x = (A?)b;
      t = typeof(void); t = typeof(int*); t = typeof(A.B<,>); n = sizeof(int); int* p = stackalloc int[3]; base.x(); this[1] = 2; base[2]++; x = y is Z ? 1 : 2; x = y as Z; x = a ? b : c ? d : e; a = b = c; a += b -= c; x = a && b || c; x = a | b ^ c & d; x = a << 1 >> 2; x = a < b == c > d; x = -a + +b * !c; x = ~a; x = a++ + ++b; a--; --a; x = (a, b) == (c, d); x = a >> b >>> c; a >>= 1; a >>>= 2; a <<= 1; x = a >= b; x = __arglist(1, 2); x = __makeref(y); x = __reftype(y); x = __refvalue(y, int); x = default(int); x = a[1, 2][3]; x = a.b<c>.d; x = a.b<c>(d); A.B c2; a * b; a[] c3; a<b> c4; a? b2; a.b? c5; a::b c6; int? i2; (a)b; 
    }
  }
}
