// Each ambiguity both ways, one statement a method.
class Ambiguities {
  void M0() { switch (x) { case (A) b: break; } }
  void M1() { switch (x) { case (A): break; } }
  void M2() { switch (x) { case (A, B): break; } }
  void M3() { switch (x) { case A: break; } }
  void M4() { switch (x) { case A b: break; } }
  void M5() { switch (x) { case A.B: break; } }
  void M6() { switch (x) { case A.B c: break; } }
  void M7() { switch (x) { case A<B>: break; } }
  void M8() { switch (x) { case A<B> c: break; } }
  void M9() { switch (x) { case A<B>.C: break; } }
  void M10() { switch (x) { case 1: break; } }
  void M11() { switch (x) { case -1: break; } }
  void M12() { switch (x) { case 1 + 2: break; } }
  void M13() { switch (x) { case "a": break; } }
  void M14() { switch (x) { case null: break; } }
  void M15() { switch (x) { case default: break; } }
  void M16() { switch (x) { case default(int): break; } }
  void M17() { switch (x) { case a ? b : c: break; } }
  void M18() { switch (x) { case (a): break; } }
  void M19() { switch (x) { case (a) when b: break; } }
  void M20() { switch (x) { case a when b: break; } }
  void M21() { switch (x) { case a when when: break; } }
  void M22() { switch (x) { case when: break; } }
  void M23() { switch (x) { case when when when: break; } }
  void M24() { switch (x) { case int when x: break; } }
  void M25() { switch (x) { case (1, 2) when x: break; } }
  void M26() { switch (x) { case { A: 1 }: break; } }
  void M27() { switch (x) { case { } a: break; } }
  void M28() { switch (x) { case [1]: break; } }
  void M29() { switch (x) { case > 1: break; } }
  void M30() { switch (x) { case 1 or 2: break; } }
  void M31() { switch (x) { case not 1: break; } }
  void M32() { switch (x) { case var a: break; } }
  void M33() { switch (x) { case var (a, b): break; } }
  void M34() { switch (x) { case _: break; } }
  void M35() { switch (x) { case _ when x: break; } }
  void M36() { switch (x) { case nameof(a): break; } }
  void M37() { switch (x) { case typeof(a): break; } }
  void M38() { switch (x) { case A[]: break; } }
  void M39() { switch (x) { case A[] b: break; } }
  void M40() { switch (x) { case A?: case int?: case a == b: break; } }
  void M41() { switch (x) { case a && b: break; } }
  void M42() { switch (x) { case a || b: break; } }
  void M43() { switch (x) { case a ?? b: case x is y: break; } }
  void M44() { switch (x) { case checked(1): break; } }
  void M45() { switch (x) { case (int)1: break; } }
  void M46() { switch (x) { case (A)1: break; } }
  void M47() { switch (x) { case (A)a: break; } }
  void M48() { switch (x) { case (A)(1): break; } }
  void M49() { switch (x) { case A { B: 1 } c when d: break; } }
  void M50() { switch (x) { case string { Length: 1 }: break; } }
  void M51() { switch (x) { case A?: break; } }
  void M52() { switch (x) { case int?: break; } }
  void M53() { switch (x) { case a == b: break; } }
  void M54() { switch (x) { case a ?? b: break; } }
  void M55() { switch (x) { case x is y: break; } }
  void M56() { switch (x) { case string { Length: 1 }: break; default: break; } }
  void M57() { a * b; }
  void M58() { a<b> c; }
  void M59() { a? b; }
  void M60() { a[0]++; }
  void M61() { a[0] = 1; }
  void M62() { a.b c; }
  void M63() { a.b * c; }
  void M64() { a.b<c> d; }
  void M65() { a.b<c>.d e; }
  void M66() { a < b; }
  void M67() { a<b>(c); }
  void M68() { a.b<c>(d).e(); }
  void M69() { f(a < b, c > d); }
  void M70() { f(a < b, c > (d)); }
  void M71() { f(a<b>.c); }
  void M72() { f((a < b), c > d); }
  void M73() { x = a < b > c; }
  void M74() { x = a<b> == c; }
  void M75() { x = a<b>?.c; }
  void M76() { x = a<b>[c]; }
  void M77() { ; }
  void M78() { x = (a) => b; }
  void M79() { x = (a, b) => c; }
  void M80() { x = (a); }
  void M81() { x = (a, b); }
  void M82() { x = (a b, c d) => e; }
  void M83() { x = (a b, c d); }
  void M84() { x = (a)(b); }
  void M85() { x = (a)(b) + c; }
  void M86() { x = ((a)); }
  void M87() { x = ((a) => b)(c); }
  void M88() { x = (a, b) = c; }
  void M89() { x = (a[] b) => c; }
  void M90() { x = (a<b> c) => d; }
  void M91() { x = (a<b, c> d) => e; }
  void M92() { x = (a<b>)c; }
  void M93() { x = (a < b); }
  void M94() { x = (a?.b); }
  void M95() { x = (a?)b; }
  void M96() { x = (a ? b : c); }
  void M97() { x = (A?)(b) ; }
  void M98() { x = (a.b)c; }
  void M99() { x = (a.b)(c); }
  void M100() { x = (a::b)c; }
  void M101() { x = (int)a; }
  void M102() { x = (int)(a); }
  void M103() { x = (int)+a; }
  void M104() { x = (string)-a; }
  void M105() { x = (a)+b; }
  void M106() { x = (a)-b; }
  void M107() { x = (a)&b; }
  void M108() { x = (a)*b; }
  void M109() { x = (a)~b; }
  void M110() { x = (a)!b; }
  void M111() { x = (a)..b; }
  void M112() { x = (a)..; }
  void M113() { x = (a)is b; }
  void M114() { x = (a)as b; }
  void M115() { x = (a)await; }
  void M116() { x = (a)async; }
  void M117() { x = (a)from; }
  void M118() { x = (a)default; }
  void M119() { x = (a)null; }
  void M120() { x = (a)1; }
  void M121() { x = (a)'c'; }
  void M122() { x = (a)@b; }
  void M123() { x = (a)$"b"; }
  void M124() { x = (a)stackalloc int[1]; }
  void M125() { x = (a)checked(b); }
  void M126() { y = x is T ? a : b; }
  void M127() { y = x is T? ? a : b; }
  void M128() { y = x is T?; }
  void M129() { y = x is T? && z; }
  void M130() { y = x is T ? (a) : b; }
  void M131() { y = x is T ? [a] : b; }
  void M132() { y = x is T ? -a : b; }
  void M133() { y = x is T[] ? a : b; }
  void M134() { y = x is T? ?? z; }
  void M135() { y = x is not T ? a : b; }
  void M136() { y = x as T ? a : b; }
  void M137() { y = x as T? ?? z; }
  void M138() { y = x is A.B ? c : d; }
  void M139() { y = x is A.B<C> ? d : e; }
  void M140() { y = x is a < b; }
  void M141() { y = x is a<b>; }
  void M142() { y = x is a<b> c; }
  void M143() { y = x is a<b> ? c : d; }
  void M144() { y = x is not null and not 1; }
  void M145() { y = x is < 5 and > 2; }
  void M146() { y = x is (1) ; }
  void M147() { y = x is (int) ; }
  void M148() { y = x is (a) b; }
  void M149() { y = x is (a, b) c; }
  void M150() { b; }
  void M151() { y = x is a b; }
  void M152() { y = x is a and b; }
  void M153() { y = x is a or b; }
  void M154() { y = x is a when; }
  void M155() { y = x is and; }
  void M156() { y = x is or or or; }
  void M157() { y = x is a + b; }
  void M158() { y = x is a == b; }
  void M159() { y = x is a || b; }
  void M160() { y = x is a.b || c; }
  void M161() { y = x is -1; }
  void M162() { y = x is -1 or +1; }
  void M163() { y = x is "s"; }
  void M164() { y = x is 'c' or 'd'; }
  void M165() { y = x is nameof(a); }
  void M166() { y = x is typeof(a); }
  void M167() { y = x is (1, 2); }
  void M168() { y = x is (a: 1, b: 2); }
  void M169() { y = x is A(1); }
  void M170() { c; }
  void M171() { y = x is [a, b]; }
  void M172() { y = x is [..]; }
  void M173() { y = x is [.., a] b; }
  void M174() { y = x is [_, .. { } r]; }
  void M175() { y = x is default(int); }
  void M176() { y = x is A[]; }
  void M177() { y = x is A[][] b; }
  void M178() { y = x is A?[] b; }
  void M179() { y = x is A*[]; }
  void M180() { y = x is _; }
  void M181() { y = x is var _; }
  void M182() { y = x is (var a, _); }
  void M183() { y = x is not A b; }
  void M184() { y = x is not (A or B) or C; }
  void M185() { y = x is A::B; }
  void M186() { y = x is A::B c; }
  void M187() { y = x is global::A.B c; }
  void M188() { y = x is int.MaxValue; }
  void M189() { y = x is int.MaxValue or int; }
  void M190() { y = x is string s && s.Length > 1; }
  void M191() { y = !(x is A a) || a; }
  void M192() { y = x is 1 << 2; }
  void M193() { y = x is 1 + 2 and 3; }
  void M194() { y = x is > 1 + 2; }
  void M195() { y = x is >= a or <= b; }
  void M196() { y = x is ((1)); }
  void M197() { y = x is (((A))); }
  void M198() { y = x is (A)1; }
  void M199() { y = x is (A)a; }
  void M200() { y = x is (A)(a); }
  void M201() { y = x is (A)-1; }
  void M202() { [a] b(); }
  void M203() { [a] c d; }
  void M204() { [a, b] c d() { } }
  void M205() { [a].b(); }
  void M206() { [a]; }
  void M207() { [a][0]; }
  void M208() { [a] [b] c(); }
  void M209() { [a(1)] { } }
  void M210() { [a] if (b) c(); }
  void M211() { [a] x = 1; }
  void M212() { [a] = b; }
  void M213() { [1, 2].c(); }
  void M214() { [..a].c(); }
  void M215() { [a, ..b]?.c(); }
  void M216() { [] .c(); }
  void M217() { x = [a] (b) => c; }
  void M218() { x = [a] b => c; }
  void M219() { x = [a]; }
  void M220() { x = [a](b); }
  void M221() { x = [a] static b => c; }
  void M222() { x = [a] async b => c; }
  void M223() { x = [a][b]; }
  void M224() { x = [a].b; }
  void M225() { x = [a, b, ]; }
  void M226() { x = [a ? b : c]; }
  void M227() { using (a) ; }
  void M228() { using (a b = c) ; }
  void M229() { using (var a = b) ; }
  void M230() { using (a.b = c) ; }
  void M231() { using (a ? b : c) ; }
  void M232() { using (a ? b = c : d) ; }
  void M233() { using (a? b = c) ; }
  void M234() { using (a<b> c = d) ; }
  void M235() { using (a<b>.c()) ; }
  void M236() { using (await a) ; }
  void M237() { using (a[0]) ; }
  void M238() { using (a[] b = c) ; }
  void M239() { using (ref a b = c) ; }
  void M240() { using var c = d; }
  void M241() { using a b = c; }
  void M242() { using a.b c = d; }
  void M243() { using a<b> c = d; }
  void M244() { using ref struct1 y = z; }
  void M245() { using (scoped a b = c) ; }
  void M246() { using (from a in b select a) ; }
  void M247() { a(b) ; }
  void M248() { a b(c d); }
  void M249() { a b(c d) { } }
  void M250() { a b<c>(d e); }
  void M251() { a[] b(c d) => e; }
  void M252() { a.b c() { } }
  void M253() { (a, b) c() { } }
  void M254() { (a b, c d) e() => f; }
  void M255() { (a, b) c; }
  void M256() { (a, b).c(); }
  void M257() { (a, b) = c; }
  void M258() { (a b, c d) = e; }
  void M259() { (a b, c) = d; }
  void M260() { (var a, b) = c; }
  void M261() { (a, (b c, d)) = e; }
  void M262() { var (a, b) = c; }
  void M263() { var (a, b); }
  void M264() { var(a, b).c(); }
  void M265() { var (a); }
  void M266() { var a(b c) { } }
  void M267() { void a() { } }
  void M268() { void* a; }
  void M269() { void* a() { } }
  void M270() { void** b() => c; }
  void M271() { int a; }
  void M272() { int.b(); }
  void M273() { int[] a; }
  void M274() { int? a; }
  void M275() { int* a; }
  void M276() { int*[] a; }
  void M277() { int a(); }
  void M278() { int a() { } }
  void M279() { static a b() { } }
  void M280() { const a b = c; }
  void M281() { async a b() { } }
  void M282() { async (a) => b; }
  void M283() { async(a); }
  void M284() { async a; }
  void M285() { async a.b c() { } }
  void M286() { async a<b> c() { } }
  void M287() { async; }
  void M288() { await a; }
  void M289() { await (a); }
  void M290() { await a.b(); }
  void M291() { await a(); }
  void M292() { await a() { } }
  void M293() { await a(b c); }
  void M294() { await; }
  void M295() { yield return a; }
  void M296() { yield break; }
  void M297() { yield a; }
  void M298() { yield(a); }
  void M299() { yield = a; }
  void M300() { yield; }
  void M301() { partial a; }
  void M302() { record a; }
  void M303() { record a() { } }
  void M304() { record a(b c); }
  void M305() { record(a); }
  void M306() { from a; }
  void M307() { from a in b select a; }
  void M308() { from.a(); }
  void M309() { where a; }
  void M310() { where(a); }
  void M311() { let a; }
  void M312() { select(a); }
  void M313() { group(a); }
  void M314() { ref a b = ref c; }
  void M315() { ref a b() => ref c; }
  void M316() { ref readonly a b = ref c; }
  void M317() { ref var a = ref b; }
  void M318() { scoped a b; }
  void M319() { scoped ref a b = ref c; }
  void M320() { scoped(a); }
  void M321() { scoped a; }
  void M322() { scoped = a; }
  void M323() { scoped.a(); }
  void M324() { extern a b(); }
  void M325() { unsafe a b() { } }
  void M326() { unsafe { } }
  void M327() { checked { a(); } }
  void M328() { checked(a); }
  void M329() { checked(a).b(); }
  void M330() { unchecked { } }
  void M331() { unchecked(a + b).c(); }
  void M332() { fixed (a* b = c) ; }
  void M333() { fixed (a* b = c, d = e) { } }
  void M334() { default(a).b(); }
  void M335() { default; }
  void M336() { default.a(); }
  void M337() { typeof(a).b(); }
  void M338() { sizeof(a).b(); }
  void M339() { new a(); }
  void M340() { new a().b(); }
  void M341() { new a[1].b(); }
  void M342() { new(); }
  void M343() { this.a(); }
  void M344() { this[0] = a; }
  void M345() { base.a(); }
  void M346() { base[0].b(); }
  void M347() { this(); }
  void M348() { "a".b(); }
  void M349() { $"a".b(); }
  void M350() { 1.b(); }
  void M351() { 'a'.b(); }
  void M352() { true.a(); }
  void M353() { null.a(); }
  void M354() { a: b(); }
  void M355() { a: ; }
  void M356() { a: b: c(); }
  void M357() { a: int b; }
  void M358() { goto a; }
  void M359() { goto case a; }
  void M360() { goto case 1; }
  void M361() { goto default; }
  void M362() { delegate*<a> b; }
  void M363() { delegate* unmanaged<a, b> c; }
  void M364() { delegate* managed<void> d() { } }
  void M365() { throw a; }
  void M366() { throw; }
  void M367() { x = a ? b ? c : d : e; }
  void M368() { x = a ? b : c ? d : e; }
  void M369() { x = a ? (b) : (c); }
  void M370() { x = a ? (b, c) : d; }
  void M371() { x = a ? b => c : d => e; }
  void M372() { x = a ? (b) => c : (d) => e; }
  void M373() { x = a ? () => b : () => c; }
  void M374() { x = a ? [b] : c; }
  void M375() { x = a ? b?[c] : d; }
  void M376() { x = a?[b]?[c]; }
  void M377() { x = a ? b[c] : d; }
  void M378() { x = a?[b].c?.d; }
  void M379() { x = a ? [b][c] : d; }
  void M380() { x = a ?[b]:[c]; }
  void M381() { x = a?[b] ?? c; }
  void M382() { x = a ? ref b : ref c; }
  void M383() { x = a ? throw b : c; }
  void M384() { x = a ?.5 : 1; }
  void M385() { x = a?.5:1; }
  void M386() { x = a ? .5 : 1; }
  void M387() { x = a ? b.c : d; }
  void M388() { x = a?.b ? c : d; }
  void M389() { x = a ? b?.c : d; }
  void M390() { x = a ? b = c : d = e; }
  void M391() { x = a ? b : c = d; }
  void M392() { x = a ?? b ? c : d; }
  void M393() { x = a ? b is c : d; }
  void M394() { x = a ? b is c ? d : e : f; }
  void M395() { x = a ? b as c : d; }
  void M396() { x = a is b ? c : d; }
  void M397() { x = a is b? ? c : d; }
  void M398() { x = a ? new b() : c; }
  void M399() { x = a ? new(b) : c; }
  void M400() { x = a ? default : b; }
  void M401() { x = a ? default(b) : c; }
  void M402() { x = a ? a::b : c; }
  void M403() { x = a ? b<c> : d; }
  void M404() { x = a ? b<c>(d) : e; }
  void M405() { x = a ? (b)c : d; }
  void M406() { x = a ? (b) : d; }
  void M407() { x = a ? (b?)c : d; }
  void M408() { x = a ? x => y : z; }
  void M409() { x = a ? async x => y : z; }
  void M410() { x = a ? b! : c; }
  void M411() { x = a! ? b : c; }
  void M412() { x = a ? from b in c select b : d; }
  void M413() { x = a ? !b : !c; }
  void M414() { x = a ? -b : +c; }
  void M415() { x = a ? *b : &c; }
  void M416() { x = a ? ..b : c..; }
  void M417() { x = a ? b..c : d; }
  void M418() { F(G<A, B>(7)); }
  void M419() { F(G<A, B>7); }
  void M420() { F(G < A, B > 7); }
  void M421() { x = a ?? b ?? c; }
  void M422() { typeof(D<,>).M(); }
  void M423() { Func<int, int> l1 = x => x; }
  void M424() { l = (int x, ref int y) => 1; }
  void M425() { l = () => 1; }
  void M426() { l = async x => await x; }
  void M427() { l = async (int x) => 1; }
  void M428() { var q = from x in xs from int y in ys let z = x + y where z > 1 join a in b on x equals a join c in d on x equals c into e orderby x, y descending, z ascending group x by y into g select g; }
  void M429() { q = from a in b select a; }
  void M430() { q = from A.B a in b group a by a.x; }
  void M431() { var from = 1; }
  void M432() { from = 2; }
  void M433() { q2 = from x in y where x is T select (T)x; }
  void M434() { await (x); }
  void M435() { async (1); }
  void M436() { f(async, await); }
  void M437() { async = 1; }
  void M438() { await = 2; }
  void M439() { dynamic d; }
  void M440() { f(named: 1, 2); }
  void M441() { f(a: ref b); }
  void M442() { f(out var v, out int w, out _); }
  void M443() { x = y is int i && i > 0; }
  void M444() { (int a, var b) = c; }
  void M445() { (a, (b, c)) = d; }
  void M446() { foreach (var (a, b) in c) { } }
  void M447() { foreach ((int a, int b) in c) { } }
  void M448() { x = (1, a: 2); }
  void M449() { (int, string) t; }
  void M450() { (int a, string b)[] ts; }
  void M451() { (int x, int y) F() => (1, 2); }
  void M452() { int Local(int x) { return x; } }
  void M453() { void L2<T>(T t) where T : class => x(); }
  void M454() { static int L3() => 1; }
  void M455() { async Task L4() { } }
  void M456() { ref int r = ref x; }
  void M457() { ref readonly int rr = ref y; }
  void M458() { r = ref z; }
  void M459() { return ref x; }
  void M460() { ref int RF() => ref x; }
  void M461() { x = y ?? throw z; }
  void M462() { x = 1_000; }
  void M463() { switch (o) { case int i when i > 0: case null: case (1, 2): case var x: case string { Length: > 3 } s: case { }: case A.B: case A<B> c: case not null: case > 1 and < 2 or 3: case (A) b: case (A): case (A)b when x: break; } }
  void M464() { x = default; }
  void M465() { f(in x); }
  void M466() { x!.y!(); }
  void M467() { string? s2 = x!; }
  void M468() { using var u = x; }
  void M469() { await using var u2 = y; }
  void M470() { await using (z) { } }
  void M471() { await foreach (var q in w) { } }
  void M472() { x = a[^1]; }
  void M473() { x = a[1..^2]; }
  void M474() { x = a[..]; }
  void M475() { x = a[1..]; }
  void M476() { x = a[..1]; }
  void M477() { x ??= y; }
  void M478() { x = a?.b?.c(); }
  void M479() { x = a?[0]?.b; }
  void M480() { x = a?.b[1]?.c!.d; }
  void M481() { x = new(); }
  void M482() { l = static x => x; }
  void M483() { l = static async () => 1; }
  void M484() { l = (_, _) => 1; }
  void M485() { delegate*<int, void> fp; }
  void M486() { delegate* managed<int> fm; }
  void M487() { delegate* unmanaged[Cdecl, Stdcall]<ref int, in string, void> fu; }
  void M488() { l = [A] (x) => 1; }
  void M489() { l = [A] [B] static int (int x) => 1; }
  void M490() { l = int (x) => 1; }
  void M491() { l = ref int (ref int x) => ref x; }
  void M492() { l = (int x = 1, params int[] y) => 1; }
  void M493() { l = (ref x, out y) => 1; }
  void M494() { l = (scoped ref x) => 1; }
  void M495() { x = [1, ..a, b]; }
  void M496() { x = []; }
  void M497() { x = [[1], [2]]; }
  void M498() { int[] arr = [1]; }
  void M499() { [1, 2].M(); }
  void M500() { x = (int[])[1]; }
  void M501() { x = a ? [b] : [c]; }
  void M502() { x = a?[b]; }
  void M503() { F([property]); }
  void M504() { x = [type]; }
  void M505() { foreach (var q in [1, 2]) ; }
  void M506() { x = a is [1, 2]; }
  void M507() { x = b ? [1] : null; }
  void M508() { x = b ? c?[1] : d; }
  void M509() { x = b ? c ? [1] : [2] : [3]; }
  void M510() { x = a >>> 2; }
  void M511() { scoped Span<int> ss = x; }
  void M512() { scoped ref int sr = ref y; }
  void M513() { a?.b = c; }
  void M514() { a?[i] += x; }
  void M515() { nameof(List<>); }
  void M516() { nameof(L<>.x); }
  void M517() { var zz = new int?[3]; }
  void M518() { var ar = new (int, int)[2]; }
  void M519() { var tn = new (int a, int b)?(); }
  void M520() { if (x is not { } y2) return; }
  void M521() { if (x is A or B and not C) ; }
  void M522() { x = y is A ? b : c; }
  void M523() { x = y is A<B> ? b : c; }
  void M524() { x = y is A[] ? b : c; }
  void M525() { x = y is int? ? 1 : 2; }
  void M526() { x = y is (A, B) ? c : d; }
  void M527() { x = y is not (A or B); }
  void M528() { x = (y as A)?.b; }
  void M529() { x = y as A ?? z; }
  void M530() { x = y as A?; }
  void M531() { x = y is A && z; }
  void M532() { x = y is > 1; }
  void M533() { c && d; }
  void M534() { x = y is var z2; }
  void M535() { x = y is var (a2, b4); }
  void M536() { x = y is null or 1; }
  void M537() { x = checked(a); }
  void M538() { yield(); }
  void M539() { var yield = 1; }
  void M540() { partial p; }
  void M541() { record r; }
  void M542() { file ff; }
  void M543() { required rq; }
  void M544() { field = 1; }
  void M545() { value = 2; }
  void M546() { get(); }
  void M547() { set = init; }
  void M548() { where = when; }
  void M549() { nint ni; }
  void M550() { unmanaged um; }
  void M551() { notnull nn; }
  void M552() { _ = x; }
  void M553() { _(); }
  void M554() { allows al2; }
  void M555() { extension ex; }
  void M556() { scoped sc; }
  void M557() { var scoped = 1; }
  void M558() { scoped.x(); }
  void M559() { with = 1; }
  void M560() { var when = not; }
  void M561() { global g2; }
}
