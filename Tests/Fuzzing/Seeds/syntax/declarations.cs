#!/usr/bin/env dotnet
#:package A@1.0
extern alias L;
global using static System.Math;
using unsafe P = int*;
using T = (int a, string b);
[assembly: A(1, X = 2), B]
[module: C]
namespace N.M { class D; }
namespace F;
public sealed partial class C<in T, out U>(int a = 1, params int[] b) : B(a), I<T> where T : class?, new() where U : allows ref struct, unmanaged, notnull, default
{
  const int x = 1, y = 2; private readonly volatile int[,][] z = { { 1 }, { 2 } };
  fixed byte q[10]; event E e; event E f { add { } remove => x; }
  static C() { } ~C() => x(); C(int a) : base(a) { } C() : this(1) => y = 1; partial C(string s);
  [field: A] public required int P { get; private protected init; } = 1; int Q => 1; int R { get => field; set { field = value; } }
  ref readonly int this[int i, params string[] s] { get => ref x; }
  public static C operator +(C a, C b) => a; public static explicit operator checked int(C c) => 1; public static bool operator true(C c) => true;
  void operator +=(int x) { } public void operator ++() { } static implicit operator string(C c) => ""; static C operator >>>(C a, int b) => a;
  int I.M<V>(ref int a, out int b, in int c, ref readonly int d, scoped Span<int> e, this int f) where V : struct => 1;
  delegate*<int, void> p; delegate* unmanaged[Cdecl, Stdcall]<ref int, in string, void> u; partial void M(); async Task N() { await foreach (var x in y) { } await using var z = w; }
  extern static void X(__arglist); abstract int Y { get; set; }
}
record R(int A, string B) : S(A) { public int C { get; init; } } record struct RS; record class RC { }
readonly ref partial struct S { } file interface I<in T> { static abstract void M(); int P { get; } void D() { } } enum E : byte { A = 1, [X] B, C, }
delegate T D<T>(T a = default); union Pet(Cat, Dog); union U<T>(T, int) { void M() { } } closed class K { } 
static class X { extension(string s) { int L => 1; } extension<T>(IEnumerable<T>) where T : I { void M() { } } }
