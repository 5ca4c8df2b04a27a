import CSharpSyntax
import Testing

@testable import CSharpSemantics

/// The graphs are written as `Caller -kind marks-> Callee`, one edge each, worked out by hand.
@Suite struct CallGraphTests {
  struct Solution {
    var graph = CallGraph()
    var context: BindingContext
    var files: [FileDeclarations]

    init(_ texts: [String], shared: [String] = []) throws {
      files = try (texts + shared).enumerated().map { index, text in
        FileDeclarations(path: "File\(index).cs", tree: try #require(parse(Array(text.utf8))))
      }
      context = BindingContext(
        compilation: Compilation(
          options: CompilationOptions(
            assemblyName: "Example",
            globalUsings: [
              "System", "System.Collections.Generic", "System.Linq", "System.Linq.Expressions", "System.Threading",
              "System.Threading.Tasks",
            ]), files: files))
      let builder = CallSummaryBuilder(context: context)
      for index in texts.indices { _ = graph.add(try #require(builder.summary(of: index))) }
    }

    func name(_ node: CallGraph.Node) -> String {
      guard let function = graph.function(node) else { return "?" }
      guard function.outer >= 0 else {
        switch function.kind {
        case .accessor, .initializer:
          let name = graph.summary(of: node.file)?.names[Int(function.name)] ?? ""
          return function.displayName + "." + (name.split(separator: "|").last ?? "")
        default: return function.displayName
        }
      }
      let outer = name(CallGraph.Node(file: node.file, function: function.outer))
      return outer + "/" + (function.kind == .localFunction ? function.displayName : "\(function.kind)")
    }

    func text(_ edge: CallGraph.Edge) -> String {
      var kind = "\(edge.kind)"
      if edge.marks.contains(.awaited) { kind += " awaited" }
      if edge.marks.contains(.started) { kind += " started" }
      return "\(name(edge.from)) -\(kind)-> \(name(edge.to))"
    }

    var edges: [String] { graph.nodes.flatMap { graph.edges(from: $0) }.map(text) }

    func node(_ wanted: String) throws -> CallGraph.Node { try #require(graph.nodes.first { name($0) == wanted }) }
  }

  private static let library = """
    namespace System.Linq.Expressions { public class Expression<T> {} }
    namespace System.Linq {
      public static class Enumerable {
        public static IEnumerable<R> Select<T, R>(this IEnumerable<T> s, Func<T, R> f) => null;
        public static IEnumerable<T> Where<T>(this IEnumerable<T> s, Func<T, bool> f) => null;
      }
      public interface IQueryable<T> : IEnumerable<T> {}
      public static class Queryable {
        public static IQueryable<R> Select<T, R>(this IQueryable<T> s, System.Linq.Expressions.Expression<Func<T, R>> f) => null;
      }
    }
    namespace System.Threading.Tasks {
      public class Task {
        public static Task Run(Action a) => null; public static Task Run(Func<Task> a) => null;
        public Task ConfigureAwait(bool b) => null; public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;
        public Task ContinueWith(Action<Task> a) => null;
      }
      public class Task<T> : Task { public new System.Runtime.CompilerServices.TaskAwaiter<T> GetAwaiter() => default; }
      public static class Parallel { public static void ForEach<T>(IEnumerable<T> s, Action<T> a) {} }
    }
    namespace System.Threading { public class Thread { public Thread(Action a) {} public void Start() {} } }
    """

  private func edges(_ text: String, _ others: String...) throws -> [String] {
    try Solution([text] + others, shared: [framework, CallGraphTests.library]).edges
  }

  /// What ``FlowSource`` has, but for what the library above has.
  private var framework: String {
    """
    namespace System {
      public class Object {} public class Exception {} public interface IDisposable { void Dispose(); }
      public interface IAsyncDisposable { System.Threading.Tasks.ValueTask DisposeAsync(); }
      public delegate void Action(); public delegate void Action<T>(T a);
      public delegate R Func<R>(); public delegate R Func<T, R>(T a);
      public delegate void EventHandler(object s, object e);
    }
    namespace System.Collections.Generic {
      public interface IEnumerable<out T> { IEnumerator<T> GetEnumerator(); }
      public interface IEnumerator<out T> { bool MoveNext(); T Current { get; } }
      public class List<T> : IEnumerable<T> {
        public void Add(T item) {} public IEnumerator<T> GetEnumerator() => null; public void ForEach(Action<T> a) {}
      }
    }
    namespace System.Runtime.CompilerServices {
      public interface INotifyCompletion { void OnCompleted(System.Action a); }
      public struct TaskAwaiter : INotifyCompletion {
        public bool IsCompleted => true; public void GetResult() {} public void OnCompleted(System.Action a) {}
      }
      public struct TaskAwaiter<T> : INotifyCompletion {
        public bool IsCompleted => true; public T GetResult() => default; public void OnCompleted(System.Action a) {}
      }
    }
    namespace System.Threading.Tasks { public struct ValueTask { public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default; } }
    """
  }

  @Test func callsAndConstructors() throws {
    #expect(
      try edges(
        """
        class A { int f = Make(); static int s = Make(); public A() { } public A(int x) : this() { } static int Make() => 1; }
        class B : A { void M() { new A(); new A(1); N(); static void N() { } } }
        class D : A { public D() { } }
        """) == [
          "A.f.init -call-> A.Make", "A.s.init -call-> A.Make", "A -initializer-> A.f.init",
          "A -constructor-> A", "B.M -constructor-> A", "B.M -constructor-> A",
          "B.M -call-> B.M/N", "D -constructor-> A",
        ])
  }

  @Test func implicitConstructorsRunInitializers() throws {
    #expect(
      try edges("class A { int f = Make(); static int Make() => 1; static A Other() => new A(); }") == [
        "A.f.init -call-> A.Make", "A.Other -constructor-> A.f.init",
      ])
  }

  @Test func accessors() throws {
    #expect(
      try edges(
        """
        class A {
          int P { get { return 1; } set { } } int Q => 2; int Auto { get; set; } int this[int i] { get => 1; set { } }
          event EventHandler E { add { } remove { } }
          void M(EventHandler h) {
            var a = P; P = 1; P += 2; this.P++; var b = Q + Auto; this[0] = this[1]; E += h; E -= h;
            var c = new A { P = 1 }; if (this is { Q: 1 }) { } (P, a) = (1, 2);
          }
        }
        """) == [
          "A.M -get-> A.P.get", "A.M -set-> A.P.set", "A.M -get-> A.P.get", "A.M -set-> A.P.set",
          "A.M -get-> A.P.get", "A.M -set-> A.P.set", "A.M -get-> A.Q.get", "A.M -set-> A.this[].set",
          "A.M -get-> A.this[].get", "A.M -add-> A.E.add", "A.M -remove-> A.E.remove", "A.M -set-> A.P.set",
          "A.M -get-> A.Q.get", "A.M -set-> A.P.set",
        ])
  }

  @Test func awaitedAndStartedCalls() throws {
    #expect(
      try edges(
        """
        class A {
          Task F() => null; void G() { }
          async Task M() { await F(); await F().ConfigureAwait(false); F(); var t = F(); G(); await (F()); }
        }
        """) == [
          "A.M -call awaited-> A.F", "A.M -call awaited-> A.F", "A.M -call started-> A.F", "A.M -call started-> A.F",
          "A.M -call-> A.G", "A.M -call awaited-> A.F",
        ])
  }

  @Test func delegatesOfKnownInvokers() throws {
    #expect(
      try edges(
        """
        class A {
          void G() { } int H(int x) => x;
          async Task M(List<int> l) {
            l.Select(x => H(x)); l.Select(H); l.ForEach(x => G());
            await Task.Run(() => G()); Task.Run(G); Parallel.ForEach(l, x => G());
            new Thread(G).Start(); var unused = () => G(); Action b = G; b();
          }
        }
        """) == [
          "A.M -delegate-> A.M/lambda", "A.M -delegate-> A.H", "A.M -delegate-> A.M/lambda",
          "A.M -delegate awaited started-> A.M/lambda", "A.M -delegate started-> A.G", "A.M -delegate-> A.M/lambda",
          "A.M -delegate started-> A.G", "A.M -call-> A.G", "A.M/lambda -call-> A.H", "A.M/lambda -call-> A.G",
          "A.M/lambda -call-> A.G", "A.M/lambda -call-> A.G", "A.M/lambda -call-> A.G",
        ])
  }

  @Test func parametersThatTheCalleeInvokes() throws {
    #expect(
      try edges(
        """
        class A {
          static void Invoke(Action a) { a(); } static void Keep(Action a) { } static void Pass(Action a) => Invoke(a);
          static void Later(Action a) { Task.Run(() => a()); } static void Local(Action a) { L(); void L() { a?.Invoke(); } }
          static async Task Await(Func<Task> f) { await f(); }
          void M() {
            Invoke(() => { }); Keep(() => { }); Pass(M); Later(() => { }); Local(a: () => { }); Await(async () => { });
          }
        }
        """) == [
          "A.Pass -call-> A.Invoke", "A.Later -delegate started-> A.Later/lambda", "A.Local -call-> A.Local/L",
          "A.M -call-> A.Invoke", "A.M -delegate-> A.M/lambda", "A.M -call-> A.Keep", "A.M -call-> A.Pass",
          "A.M -delegate-> A.M", "A.M -call-> A.Later", "A.M -delegate started-> A.M/lambda", "A.M -call-> A.Local",
          "A.M -delegate-> A.M/lambda", "A.M -call started-> A.Await", "A.M -delegate awaited started-> A.M/lambda",
        ])
  }

  @Test func virtualAndInterfaceCalls() throws {
    let solution = try Solution(
      [
        """
        interface I { void F(); int P { get; } void D() { } }
        class A : I { public virtual void F() { } public int P => 1; }
        class B : A { public override void F() { base.F(); } }
        class E { void M(I i, A a, B b) { i.F(); a.F(); b.F(); var p = i.P; i.D(); } }
        """
      ], shared: [framework])
    #expect(
      solution.edges == [
        "B.F -call-> A.F", "E.M -call-> A.F", "E.M -call-> B.F", "E.M -call-> A.F", "E.M -call-> B.F",
        "E.M -call-> B.F", "E.M -get-> A.P.get", "E.M -call-> I.D",
      ])
  }

  @Test func inheritedMembersImplementInterfaces() throws {
    #expect(
      try edges(
        "interface I { void F(); } class Base { public void F() { } } class D : Base, I { } class E { void M(I i) { i.F(); } }"
      ) == ["E.M -call-> Base.F"])
  }

  @Test func tooManyImplementationsAreDropped() throws {
    func text(_ count: Int) -> String {
      "interface I { void F(); } class E { void M(I i) { i.F(); } }"
        + (0..<count).map { " class C\($0) : I { public void F() { } }" }.joined()
    }
    #expect(try edges(text(8)).count == 8)
    #expect(try edges(text(9)).isEmpty)
  }

  @Test func methodGroupsNeedOneImplementation() throws {
    let types = "class A { public virtual void V() { } } class E { void M(A a, List<int> l) { Task.Run(a.V); } }"
    #expect(try edges(types) == ["E.M -delegate started-> A.V"])
    #expect(try edges(types + " class B : A { public override void V() { } }").isEmpty)
  }

  @Test func whatIsNotEvaluatedHasNoEdges() throws {
    #expect(
      try edges(
        """
        class A {
          int F(int x) => x; void M(IQueryable<int> q) {
            var n = nameof(F); q.Select(x => F(x)); Expression<Func<int>> e = () => F(1); var q2 = from x in q select F(x);
          }
        }
        """
      ).isEmpty)
  }

  @Test func queryClauses() throws {
    #expect(
      try edges("class A { bool F(int x) => true; void M(List<int> l) { var q = from x in l where F(x) select x; } }")
        == [
          "A.M -delegate-> A.M/queryClause", "A.M/queryClause -call-> A.F",
        ])
  }

  @Test func membersThatStatementsCall() throws {
    #expect(
      try edges(
        """
        class R : IDisposable { public void Dispose() { } public R GetEnumerator() => this; public bool MoveNext() => false;
          public int Current => 1; public void Deconstruct(out int a, out int b) { a = b = 1; } public void Add(int x) { }
          public static R operator +(R a, R b) => a; public static implicit operator int(R r) => 1; }
        class L : R, IEnumerable<int> { IEnumerator<int> IEnumerable<int>.GetEnumerator() => null; }
        class E { void M(R r) { using (r) { } using var s = r; foreach (var x in r) { } var (a, b) = r; r = r + r; int i = r;
          var l = new L { 1 }; } }
        """) == [
          "E.M -implicit-> R.Dispose", "E.M -implicit-> R.Dispose", "E.M -implicit-> R.GetEnumerator",
          "E.M -implicit-> R.MoveNext", "E.M -implicit-> R.Current.get", "E.M -implicit-> R.Dispose",
          "E.M -implicit-> R.Deconstruct", "E.M -call-> R.op_Addition", "E.M -implicit-> R.op_Implicit",
          "E.M -implicit-> R.Add",
        ])
  }

  @Test func topLevelProgram() throws {
    #expect(
      try edges("A.F(); void L() { A.F(); } L(); static class A { public static void F() { } }") == [
        "top-level program -call-> A.F", "top-level program -call-> top-level program/L",
        "top-level program/L -call-> A.F",
      ])
  }

  @Test func otherFilesAndTheWayBack() throws {
    let solution = try Solution(
      ["class A { public void F() { B.G(); } }", "class B { public static void G() { H(); } static void H() { } }"],
      shared: [framework])
    let g = try solution.node("B.G")
    #expect(solution.graph.edges(to: g).map(solution.text) == ["A.F -call-> B.G"])
    let h = try solution.node("B.H")
    #expect(solution.graph.isCalledOnly(h) { $0.from == g })
    #expect(!solution.graph.isCalledOnly(h) { $0.from == h })
  }

  @Test func callersOfImplementationsInitializersAndLambdas() throws {
    let solution = try Solution(
      [
        "interface I { void F(); } class E { void M(I i) { i.F(); new A(); A.Invoke(() => { }); } }",
        "class A : I { int f = 1; public void F() { } public static void Invoke(Action a) => a(); }",
      ], shared: [framework])
    for name in ["A.F", "A.f.init", "E.M/lambda"] {
      #expect(solution.graph.edges(to: try solution.node(name)).map { solution.name($0.from) } == ["E.M"], "\(name)")
    }
  }

  @Test func oneFileCanBeReplaced() throws {
    let first = "class A { public void F() { B.G(); } }"
    let second = "class B { public static void G() { H(); } public static void H() { } }"
    let changed = "class A { public void F() { B.H(); B.H(); } }"
    var solution = try Solution([first, second], shared: [framework])
    let files = [
      FileDeclarations(path: "File0.cs", tree: try #require(parse(Array(changed.utf8)))),
      solution.files[1], solution.files[2],
    ]
    let context = BindingContext(
      compilation: Compilation(options: solution.context.compilation.options, files: files))
    solution.graph.replace(0, with: CallSummaryBuilder(context: context).summary(of: 0))
    #expect(solution.edges == ["A.F -call-> B.H", "A.F -call-> B.H", "B.G -call-> B.H"])
    let fresh = try Solution([changed, second], shared: [framework])
    #expect(solution.edges == fresh.edges)
    let h = try solution.node("B.H")
    #expect(solution.graph.edges(to: h).count == 3)
    solution.graph.replace(1, with: nil)
    #expect(solution.edges.isEmpty)
  }

  @Test func pathsAreShortAndBounded() throws {
    let solution = try Solution(
      [
        """
        class A { void S() { F1(); G1(); } void F1() => F2(); void F2() => End(); void G1() => End(); void End() { S(); }
          void C0() => C1(); void C1() => C2(); void C2() => C3(); void C3() => C4(); void C4() => C5(); void C5() => C6();
          void C6() => C7(); void C7() { } }
        """
      ], shared: [framework])
    let end = try solution.node("A.End")
    let path = solution.graph.shortestPath(from: try solution.node("A.S")) { $0 == end }
    #expect(path?.map(solution.text) == ["A.S -call-> A.G1", "A.G1 -call-> A.End"])
    let start = try solution.node("A.C0")
    let sixth = try solution.node("A.C6")
    let seventh = try solution.node("A.C7")
    #expect(solution.graph.shortestPath(from: start) { $0 == sixth }?.count == 6)
    #expect(solution.graph.shortestPath(from: start) { $0 == seventh } == nil)
    #expect(solution.graph.shortestPath(from: start, maximumHops: 7) { $0 == seventh }?.count == 7)
    #expect(solution.graph.reachable(from: start, maximumHops: 2).map(solution.name) == ["A.C1", "A.C2"])
    #expect(solution.graph.shortestPath(from: start, follows: { $0.kind != .call }, to: { $0 == sixth }) == nil)
  }

  @Test func recursionEnds() throws {
    #expect(
      try edges(
        "class A { static void F(Action a) { F(a); G(a); } static void G(Action a) { F(a); } void M() { F(M); } }")
        == ["A.F -call-> A.F", "A.F -call-> A.G", "A.G -call-> A.F", "A.M -call-> A.F"])
  }

  @Test func summariesDependOnTheirOwnTextOnly() throws {
    let first = "class A { public void F() { B.G(() => { }); } }"
    func summary(_ other: String) throws -> FileCallSummary {
      let solution = try Solution([first, other], shared: [framework])
      return try #require(solution.graph.summary(of: 0))
    }
    let one = try summary("class B { public static void G(Action a) { a(); } }")
    let two = try summary("class B { public static void G(Action a) { int other = 1; } }")
    #expect(one.names == two.names)
    #expect(one.calls.map(\.target) == two.calls.map(\.target))
    #expect(one.delegates.map(\.body) == two.delegates.map(\.body))
  }
}
