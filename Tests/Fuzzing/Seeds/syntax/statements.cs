int a = 1, b; var (x, y) = (1, 2); (int p, string q) = t; ref int r = ref a; scoped ref int s2 = ref a; const int k = 1; await using var u = d;
using (var s = o()) { } using (a) using (b) c(); using var v = w; if (a) b(); else if (c) { } else d();
for (int i = 0, j = 1; i < 10; i++, j--) continue; for (;;) break; foreach (var (m, n) in l) { } foreach (ref readonly var z in l) yield return z;
while (a) { } do { } while (b); switch (x) { case 1: case 2 when a > 1: break; case int n and > 1 or < 3: goto case 1; case { A: 1, B.C: var d }: goto default; case [1, .., var e]: default: goto l; }
try { throw; } catch (E e) when (e.F) { } catch { } finally { } lock (a) { } checked { } unchecked { a++; } unsafe { fixed (int* p = &a, q = b) { *p = 1; p->x(); } }
l: ; goto l; outer: while (a) { break outer; continue outer; } return; return ref a; yield break; ;
int F<T>(int a) where T : class => a; static async Task G() { } [A] void H() { } local?.b = c; a?[i] += x; if (x is not null and { } y1) { }
a < b > c; f(a < b, c > (7)); (A)-b; (A)(b); (A<B>)c; a * b; a ? b : c ? d : e; a? f1; a[b] = c; a[] d2; var x3 = y; await f; async(x); partial p4; record r5; field = value; where = from;
#if A && (B || !true)
x
#elif C == D
y
#else
z
#endif
#region r
#endregion
#pragma warning disable CS1, X
#nullable enable annotations
#line (1,2)-(3,4) 5 "f"
#error e
#define Z
#undef Z
#r "x"
