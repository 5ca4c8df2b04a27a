import CSharpSemantics
import CSharpSyntax
import Testing

@testable import ConcurrencyRules

/// When the lambda or method group with `X` in it runs, worked out by hand.
@Suite struct DelegateFlowTests {
  private func flow(_ body: String, settings: [String: String] = [:]) throws -> String {
    let text = """
      using System.Timers;
      interface IQueue { void Enqueue(Action a); Task QueueAsync(Func<Task> a); void Post(Action a); void EnqueueItem(int n); }
      static class Extensions { public static T[] ScheduleAll<T>(this T[] a, Action<T> b) => a; }
      class C {
        static int X() => 0; event Action Done; Task field; List<Task> list = new();
        async Task M(IQueue queue, int[] items, CancellationToken token, WaitHandle handle, Task other) { \(body) }
      }
      """
    let tree = try #require(parse(Array(text.utf8)))
    let compilation = Compilation(
      options: CompilationOptions(globalUsings: CompilationOptions.webUsings),
      files: [FileDeclarations(path: "/C.cs", tree: tree)], references: FixtureProject([]).metadata)
    let binding = BindingContext(compilation: compilation)
    let model = try #require(binding.semanticModel(file: 0))
    let context = RuleContext(
      model: model, settings: RuleSettings(values: settings), project: ProjectContext(), decisions: [:])
    var found: SyntaxNode?
    tree.root.walk { node in
      guard node.range.start.value > 400 else { return true }
      switch node.kind {
      case .simpleLambdaExpression, .parenthesizedLambdaExpression, .anonymousMethodExpression:
        // The innermost comes last.
        if node.text.contains("X") { found = node }
      case .argument: if node.text == "X" { found = node.requiredNode(2) }
      default: break
      }
      return true
    }
    let flow = context.delegateFlow(of: try #require(found))
    return [(DelegateFlow.escaping, "escaping"), (.parallel, "parallel"), (.repeated, "repeated")]
      .filter { flow.contains($0.0) }.map(\.1).joined(separator: " ")
  }

  @Test(arguments: [
    // Offloads, by what becomes of their task.
    ("Task.Run(() => X());", "escaping"), ("_ = Task.Run(() => X());", "escaping"), ("Task.Run(X);", "escaping"),
    ("var t = Task.Run(() => X());", "escaping"), ("var t = Task.Run(() => X()); await t;", ""),
    ("await Task.Run(() => X());", ""), ("Task.Run(() => X()).Wait();", ""), ("field = Task.Run(() => X());", ""),
    ("await Task.WhenAll(Task.Run(() => X()), other);", ""),
    ("var t = Task.Run(() => X()); await Task.WhenAll(t, other);", ""),
    ("var l = new List<Task>(); l.Add(Task.Run(() => X())); await Task.WhenAll(l);", ""),
    ("var l = new List<Task>(); l.Add(Task.Run(() => X()));", "escaping"),
    ("Task.Factory.StartNew(() => X());", "escaping"), ("await Task.Factory.StartNew(() => X());", ""),
    ("ThreadPool.QueueUserWorkItem(_ => X());", "escaping"), ("new Thread(() => X()).Start();", "escaping"),
    // Callbacks.
    ("token.Register(() => X());", "escaping"), ("token.UnsafeRegister(_ => X(), null);", "escaping"),
    ("ThreadPool.RegisterWaitForSingleObject(handle, (a, b) => X(), null, 0, true);", "escaping"),
    ("other.ContinueWith(t => X());", "escaping"), ("await other.ContinueWith(t => X());", ""),
    ("queue.Enqueue(() => X());", "escaping"), ("queue.QueueAsync(async () => X());", "escaping"),
    ("await queue.QueueAsync(async () => X());", ""), ("queue.Post(() => X());", ""),
    // Timers and events.
    ("var t = new System.Threading.Timer(_ => X());", "escaping repeated"),
    ("var t = new System.Timers.Timer(); t.Elapsed += (a, b) => X();", "escaping repeated"),
    ("Done += () => X();", "repeated"),
    // Side by side.
    ("Parallel.For(0, 3, i => X());", "parallel"), ("Parallel.ForEach(items, i => X());", "parallel"),
    ("Parallel.Invoke(() => X());", "parallel"),
    ("await Parallel.ForEachAsync(items, async (i, t) => X());", "parallel"),
    ("items.AsParallel().Select(i => X()).ToList();", "parallel"),
    (
      "var l = new List<Task>(); foreach (var i in items) l.Add(Task.Run(() => X())); await Task.WhenAll(l);",
      "parallel"
    ),
    ("for (int i = 0; i < 3; i++) { list.Add(Task.Run(() => X())); }", "parallel"),
    ("await Task.WhenAll(items.Select(i => Task.Run(() => X())));", "parallel"),
    ("foreach (var i in items) await Task.Run(() => X());", ""),
    // Neither.
    ("items.Select(i => X()).ToList();", ""), ("Func<int> f = () => X();", ""),
    ("items.ToList().ForEach(i => X());", ""),
  ])
  func flow(_ example: (body: String, flow: String)) throws {
    #expect(try flow(example.body) == example.flow, "\(example.body)")
  }

  @Test func escapingMethodsAreConfigurable() throws {
    #expect(try flow("queue.Post(() => X());", settings: ["awaitwise.escaping_methods": "IQueue.Post"]) == "escaping")
  }
}
