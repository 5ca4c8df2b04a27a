using System; using T = (int, string); using Arr = int[]; using unsafe Ptr = int*; using NL = string?;
var x = 1; await foo(); int F(int y) { return y; } if (x > 1) { } static void G() { } async Task H() { } [A] void At() { } label: x++;
record R1;
record R2(int A, string B = "x") : Base(A), I { }
public sealed record class R3<T>(T x) where T : class;
readonly record struct R4(int X);
record struct R5 { public int X { get; init; } public required int Y { get; set; } }
record struct R5 { public int X { get; init; } }
record struct R5 { public required int Y { get; set; } }
public class P1(int a, ref readonly int b, in int c, params ReadOnlySpan<int> d) : Base(a) { public int A => a; partial int PP { get; set; } public partial int this[int i] { get; } public partial P1(); public partial event E Ev; }
public class P1(int a, ref readonly int b, in int c, params ReadOnlySpan<int> d) : Base(a) { public int A => a; }
public class P1(int a, ref readonly int b, in int c, params ReadOnlySpan<int> d) : Base(a) { partial int PP { get; set; } }
public class P1(int a, ref readonly int b, in int c, params ReadOnlySpan<int> d) : Base(a) { public partial int this[int i] { get; } }
public class P1(int a, ref readonly int b, in int c, params ReadOnlySpan<int> d) : Base(a) { public partial P1(); }
public class P1(int a, ref readonly int b, in int c, params ReadOnlySpan<int> d) : Base(a) { public partial event E Ev; }
struct S1(int x);
interface I2;
class E0;
enum E9;
interface IStat<T> where T : IStat<T>, allows ref struct { static abstract T operator +(T a, T b); static virtual int M() => 1; static abstract implicit operator T(int x); void Def() { } private int P => 1; static abstract int SP { get; } int this[int i] { get; } static T operator checked -(T a) => a; sealed void SM() { } }
interface IStat<T> where T : IStat<T>, allows ref struct { static abstract T operator +(T a, T b); }
interface IStat<T> where T : IStat<T>, allows ref struct { static virtual int M() => 1; }
interface IStat<T> where T : IStat<T>, allows ref struct { static abstract implicit operator T(int x); }
interface IStat<T> where T : IStat<T>, allows ref struct { void Def() { } }
interface IStat<T> where T : IStat<T>, allows ref struct { private int P => 1; }
interface IStat<T> where T : IStat<T>, allows ref struct { static abstract int SP { get; } }
interface IStat<T> where T : IStat<T>, allows ref struct { int this[int i] { get; } }
interface IStat<T> where T : IStat<T>, allows ref struct { static T operator checked -(T a) => a; }
interface IStat<T> where T : IStat<T>, allows ref struct { sealed void SM() { } }
ref struct RS { ref int f; ref readonly int g; readonly ref readonly int h; public readonly int M() => 1; public int P { readonly get; set; } scoped Span<int> sp; }
ref struct RS { ref int f; }
ref struct RS { ref readonly int g; }
ref struct RS { readonly ref readonly int h; }
ref struct RS { public readonly int M() => 1; }
ref struct RS { public int P { readonly get; set; } }
ref struct RS { scoped Span<int> sp; }
readonly ref partial struct RP { }
file class FC { }
static class Ext { extension(string s) { public int L => s.Length; public static string Z() => ""; int this[int i] => 1; } extension<T>(IEnumerable<T>) where T : class { } extension(ref int x) { } }
static class Ext { extension(string s) { public int L => s.Length; public static string Z() => ""; int this[int i] => 1; } }
static class Ext { extension<T>(IEnumerable<T>) where T : class { } }
static class Ext { extension(ref int x) { } }
class Ops { public void operator +=(int x) { } public void operator ++() { } public static Ops operator checked ++(Ops x) => x; public void operator checked +=(int x) { } public static explicit operator checked int(Ops x) => 1; public static Ops operator >>>(Ops a, int b) => a; public void operator >>>=(int x) { } public void operator >>=(int x) { } public static bool operator >(Ops a, Ops b) => true; static int I<int>.operator +(int a) => 1; static explicit I.operator int(X x) => 1; }
class Ops { public void operator +=(int x) { } }
class Ops { public void operator ++() { } }
class Ops { public static Ops operator checked ++(Ops x) => x; }
class Ops { public void operator checked +=(int x) { } }
class Ops { public static explicit operator checked int(Ops x) => 1; }
class Ops { public static Ops operator >>>(Ops a, int b) => a; }
class Ops { public void operator >>>=(int x) { } }
class Ops { public void operator >>=(int x) { } }
class Ops { public static bool operator >(Ops a, Ops b) => true; }
class Ops { static int I<int>.operator +(int a) => 1; }
class Ops { static explicit I.operator int(X x) => 1; }
class Fld { public int A { get => field; set => field = value; } = 1; int B { get { return field ?? @field; } init { } } int C => field; int this[int i] => field; int D { get; } = field; event E E2 { add { field(); } remove { } } void M() { field = 1; } int E { get { int F() => field; return ((Func<int>)(() => field))() + field.x + this.field; } } public int Fa { get => nameof(field); set; } }
class Fld { public int A { get => field; set => field = value; } }
class Fld { int B { get { return field ?? @field; } init { } } }
class Fld { int C => field; }
class Fld { int this[int i] => field; }
class Fld { int D { get; } }
class Fld { event E E2 { add { field(); } remove { } } }
class Fld { void M() { field = 1; } }
class Fld { int E { get { int F() => field; return ((Func<int>)(() => field))() + field.x + this.field; } } }
class Fld { public int Fa { get => nameof(field); set; } }
class Mods { async Task A() { } async void B() => await c; public async static Task<int> C() { } new int x; public required int Y; static readonly int z; unsafe fixed byte buf[3]; extern void E(); partial void PM(); partial int PM2<T>() where T : class; partial class PC { } async async async() { } record record() { } where where; partial partial() { } partial partial; get get; async X { get; } async<int> Y2; void where<T>() where T : notnull, unmanaged { } override int O<T>() where T : default { } int? N<T>() where T : class? => null; int var; dynamic dyn; (int, int) tup; (int a, (int b, int c) d) Tup() => default; int[] arr = new int[] { 1, 2 }, ar2; Func<(int a, int b), int> ff; int*[] pa; int?[]?[,] na; ref int RM() => ref x; ref readonly int RM2() => ref x; public static implicit operator (int, int)(Mods m) => default; int IX.P { get; } = 1; void IX.M<T>() { } int IX<T>.this[int i] => 1; event E IX.E { add { } remove { } } }
class Mods { async Task A() { } }
class Mods { async void B() => await c; }
class Mods { public async static Task<int> C() { } }
class Mods { new int x; }
class Mods { public required int Y; }
class Mods { static readonly int z; }
class Mods { unsafe fixed byte buf[3]; }
class Mods { extern void E(); }
class Mods { partial void PM(); }
class Mods { partial int PM2<T>() where T : class; }
class Mods { partial class PC { } }
partial class PC { }
class Mods { async async async() { } }
class Mods { record record() { } }
record record() { }
class Mods { where where; }
class Mods { partial partial() { } }
class Mods { partial partial; }
class Mods { get get; }
class Mods { async X { get; } }
class Mods { async<int> Y2; }
class Mods { void where<T>() where T : notnull, unmanaged { } }
class Mods { override int O<T>() where T : default { } }
class Mods { int? N<T>() where T : class? => null; }
class Mods { int var; }
class Mods { dynamic dyn; }
class Mods { (int, int) tup; }
class Mods { (int a, (int b, int c) d) Tup() => default; }
class Mods { Func<(int a, int b), int> ff; }
class Mods { int*[] pa; }
class Mods { int?[]?[,] na; }
class Mods { ref int RM() => ref x; }
class Mods { ref readonly int RM2() => ref x; }
class Mods { public static implicit operator (int, int)(Mods m) => default; }
class Mods { int IX.P { get; } }
class Mods { void IX.M<T>() { } }
class Mods { int IX<T>.this[int i] => 1; }
class Mods { event E IX.E { add { } remove { } } }
delegate ref readonly int Dr(in int x);
delegate int* Dp();
delegate void Df(delegate*<int> x);
enum En : long { [A] X = 1 << 2, Y, }
[A] [B] class At2<[C] T, in U, out V> { [method: M] event E e; }
[A] [B] class At2<[C] T, in U, out V> { [field: F] int P { [A] get; [B] set; } }
[A] [B] class At2<[C] T, in U, out V> { [return: X] int M([A] int x, [B] params int[] y) => 1; }
[A] [B] class At2<[C] T, in U, out V> { int N([CallerName] string s = null, CancellationToken ct = default) => 1; }
[A] [B] class At2<[C] T, in U, out V> { [Generic<int>] int g; }
[A] [B] class At2<[C] T, in U, out V> { [A(B = typeof(int), C = new[] { 1 })] int h; }
[A] [B] class At2<[C] T, in U, out V> { [A(x: 1, 2)] int i; }
[A] [B] class At2<[C] T, in U, out V> { [Ob("x"), Con] int j; }
union U1(int, string);
closed class CC { }
public union U2<T>(T, int) { int x; }
closed record CR;
partial union U3(A);
