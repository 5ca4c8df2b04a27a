using System
namespace N {
  class A {
    int x
    void M() {
      a.
      b();
      c(
      if (d) { e(; }
      foo(1, ;
      var q = ;
      return
    }
    int P { get; set }
    void Half(int a, 
    public void Next() { }
    [Attr
    int y;
    x = 1;
    for (;;) { }
  }
  }
}
class B { int z; }
