x = a ?? b ??= c; y = a..b; z = ..; w = ^1..^2; v = a[1..]; t = (a, b: 1, (c, d)); u = a is B b ? c : d; s = a as B ?? c; r = !a && ~b || -c;
f(out var x, ref y, in z, n: 1, _ = 2); new A { B = 1, C = { D = 2 }, E = { { 1, 2 }, 3 }, [1] = 2, [^1] = 3 }; new() { a }; new int[3][,]; new[] { 1 }; new { a, b.c, D = 1 }; stackalloc int[3]; stackalloc[] { 1 }; new (int, int)[2];
g = x => x; h = (int a, ref b, params int[] c, int d = 1) => { }; i = async static ([A] x) => await y; j = delegate { }; k = delegate (int a) { }; l = [A] int (x) => 1; m = async x => x; n = () => ref a;
o = from a in b let c = d where e join f in g on h equals i into j orderby k ascending, l descending select m into n group o by p; from int q in r from s in t select u;
p = a switch { 1 => 2, > 3 and < 4 => 5, [_, .. var r] t => 6, (1, A: 2) => 7, { B: { } } c => 8, not null => 9, string => 1, var (d, e) => 2, _ => throw x, }; q = r with { S = 1, }; [1, ..a, with(1), 2]; a ? [b] : [c]; a?[b]; a?.b?.c!.d![e]++--;
typeof(A<,>); typeof(void); sizeof(int); default(T); default; nameof(A<>.B); checked(a); unchecked(b); __makeref(a); __refvalue(a, B); __reftype(a); base.x; this[1]; global::A::B<C>.D<E, F?[], (int, g)[]>.h<i>(j); (A[])b; (A?)c; (int*)d; *e; &f; g->h; a >>= b; c >>>= d; e >>> f; h >> i; a<b>.c; a<b<c>>(d); ref a; throw a;
$"a{b,10:c}{{d}}{$"e{f}"}" + $@"x""{y}" + @$"z" + $"""{a} "b" """ + $$"""
  {{c}} {d}
  """ + """
  raw
  """u8 + "\u0041\x1\e\n" + @"v""w"u8 + 'c' + '\'' + 1_0UL + 0x_1F + 0b1 + 1.5e-3f + .5m + 1..2 + @class + \u0041b + é;
