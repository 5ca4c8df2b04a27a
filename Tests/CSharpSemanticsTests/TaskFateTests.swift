import CSharpSyntax
import Testing

@testable import CSharpSemantics

/// What becomes of the first `F()` of each example, worked out by hand.
struct TaskFateTests {
  private func source(_ body: String, members: String = "") throws -> FlowSource {
    try #require(
      FlowSource(
        "Task<int> F() => null; Task<int> G() => null; bool P() => true; void Use(object o) {} Task<int> field;\n"
          + "Task<int> Property { get; set; } List<Task<int>> list; \(members)\n"
          + "async Task M(Task<int> t, List<Task<int>> given, Task<int>[] array) { \(body) }"))
  }

  /// The first `F()` behind the declarations, with what is tied to it.
  private func call(_ source: FlowSource) throws -> SyntaxNode {
    try #require(source.node("F()", .invocationExpression)).outermostEquivalent
  }

  private func name(_ fate: TaskFate) -> String {
    switch fate {
    case .awaited: "awaited"
    case .returned: "returned"
    case .blocked: "blocked"
    case .combined: "combined"
    case .raced: "raced"
    case .passed: "passed"
    case .stored(.member): "stored in member"
    case .stored(.element): "stored in element"
    case .stored(.tuple): "stored in tuple"
    case .stored(.initializer): "stored in initializer"
    case .local(let local): "local " + local.name + (local.isCaptured ? " captured" : "")
    case .collected(let local): "collected " + local.name
    case .received(_, let member): "received " + member
    case .iterated: "iterated"
    case .dropped: "dropped"
    case .discarded: "discarded"
    case .unknown: "unknown"
    }
  }

  @Test(arguments: [
    ("await F();", "awaited"), ("await F().ConfigureAwait(false);", "awaited"), ("await (P() ? F() : t);", "awaited"),
    ("await (t ?? F());", "awaited"), ("await (Task)F();", "awaited"),
    ("Use(P() switch { true => F(), _ => t });", "passed"),
    ("F().Wait();", "blocked"), ("Use(F().Result);", "blocked"), ("F().GetAwaiter().GetResult();", "blocked"),
    ("F().Wait(0);", "received Wait"), ("F().Wait(5);", "blocked"), ("F()?.Wait();", "blocked"),
    ("Task.WaitAll(F(), t);", "blocked"), ("Task.WaitAny(F());", "blocked"),
    ("F().GetAwaiter();", "received GetAwaiter"), ("F().ContinueWith(x => P());", "received ContinueWith"),
    ("Use(F().Status);", "received Status"),
    ("await Task.WhenAll(F(), t);", "combined"), ("await Task.WhenAll(new Task[] { F() });", "combined"),
    ("await Task.WhenAny(F(), t);", "raced"), ("Use(F());", "passed"), ("new object().Equals(F());", "passed"),
    ("F();", "dropped"), ("F().ConfigureAwait(false);", "dropped"), ("(F());", "dropped"),
    ("for (F(); P(); G()) { }", "dropped"), ("_ = F();", "discarded"), ("var _ = F();", "local _"),
    ("int _ = 1; _ = F();", "local _"), ("var u = F();", "local u"), ("Task<int> u; u = F();", "local u"),
    ("Task<int> u = null; Action a = () => { u = F(); };", "local u captured"),
    ("t = F();", "stored in element"), ("field = F();", "stored in member"), ("this.field = F();", "stored in member"),
    ("Property = F();", "stored in member"), ("field ??= F();", "stored in member"),
    ("list.Add(F());", "stored in member"), ("given.Add(F());", "stored in element"),
    ("array[0] = F();", "stored in element"),
    ("list[0] = F();", "stored in member"), ("var l = new List<Task>(); l.Add(F());", "collected l"),
    ("var l = new Task[2]; l[0] = F();", "collected l"), ("var l = new List<Task> { F() };", "collected l"),
    ("var l = new Task[] { t, F() };", "collected l"), ("Task[] l = [F()];", "collected l"),
    ("Use((F(), 1));", "stored in tuple"), ("Use(new { A = F() });", "stored in initializer"),
    ("Use(new Task[] { F() });", "stored in initializer"),
  ])
  func fate(_ example: (body: String, fate: String)) throws {
    let source = try source(example.body)
    #expect(name(TaskFates(model: source.model).fate(of: try call(source))) == example.fate, "\(example.body)")
  }

  /// What a function's expression body or `return` does depends on what the function returns.
  @Test(arguments: [
    ("Task<int> A() => F();", "returned"), ("Task<int> A() { return F(); }", "returned"),
    ("void A() => F();", "dropped"),
    ("async Task A() => F();", "dropped"), ("async Task<Task<int>> A() => F();", "returned"),
    ("Task<int> A => F();", "returned"), ("Task<int> A { get => F(); }", "returned"),
    ("int A { set => F(); }", "dropped"), ("void A() { void L() => F(); }", "dropped"),
    ("void A() { Task L() => F(); }", "returned"), ("void A() { Action a = () => F(); }", "dropped"),
    ("void A() { Func<Task> a = () => F(); }", "returned"), ("void A() { Func<Task> a = async () => F(); }", "dropped"),
    ("void A() { Func<Task<Task<int>>> a = async () => F(); }", "returned"),
    ("void A() { Func<Task> a = () => { return F(); }; }", "returned"),
    ("void A() { Unknown a = () => F(); }", "unknown"), ("IEnumerable<Task> A() { yield return F(); }", "returned"),
    ("Task<int> A = F();", "stored in member"), ("Task<int> A { get; } = F();", "stored in member"),
  ])
  func bodies(_ example: (member: String, fate: String)) throws {
    let source = try #require(FlowSource(example.member + " static Task<int> F() => null;"))
    let fates = TaskFates(model: source.model)
    #expect(name(fates.fate(of: try call(source))) == example.fate, "\(example.member)")
    #expect(fates.isInStatementPosition(try call(source)) == (example.fate == "dropped"), "\(example.member)")
  }

  @Test(arguments: [
    "await F();", "F().Wait();", "var u = F(); await u;", "Task<int> u; u = F(); P(); await u;",
    "var u = F(); var v = u; await v.ConfigureAwait(false);", "await Task.WhenAll(F(), t);",
    "var u = F(); await Task.WhenAll(t, u);", "var all = Task.WhenAll(F(), t); P(); await all;",
    "Task.WhenAll(F(), t).Wait();", "await Task.WhenAny(F(), t);", "Task.WaitAll(F());",
    "var l = new List<Task>(); l.Add(F()); await Task.WhenAll(l);",
    "var l = new List<Task>(); foreach (var x in array) l.Add(F()); await Task.WhenAll(l);",
    "var l = new Task[] { F(), t }; Task.WaitAll(l);", "var l = new List<Task> { F() }; foreach (var x in l) await x;",
    "var l = new Task<int>[1]; l[0] = F(); await l[0];",
    "var l = new List<Task> { F() }; var m = l; await Task.WhenAll(m);",
    "var l = new List<Task> { F() }; await Task.WhenAll(l.Where(x => true));",
    "field = F();", "list.Add(F());", "var u = F(); field = u;", "var l = new List<Task<int>> { F() }; list = l;",
    "await F().ContinueWith(x => P());", "Task<int> u = null; Action a = () => { u = F(); }; a(); await u;",
    "var u = P() ? F() : G(); await u;",
  ])
  func joined(_ body: String) throws {
    let source = try source(body)
    #expect(TaskFates(model: source.model).isJoined(try call(source)), "\(body)")
  }

  @Test(arguments: [
    "F();", "_ = F();", "var u = F();", "var u = F(); Use(u);", "var u = F(); u = G();", "Use(F());",
    "var u = F(); Use(u.Status);", "F().ContinueWith(x => P());", "Task.WhenAll(F(), t);", "_ = Task.WhenAll(F(), t);",
    "var all = Task.WhenAll(F(), t);", "var l = new List<Task>(); l.Add(F());",
    "var l = new List<Task>(); l.Add(F()); await Task.WhenAll(given);",
    "var l = new List<Task> { F() }; l.Add(t); l.Clear();",
    "var l = new List<Task> { F() }; foreach (var x in l) Use(x);", "given.Add(F());", "Use((F(), t));",
    "var u = F(); { var v = G(); await v; }", "F().Wait(0);",
  ])
  func notJoined(_ body: String) throws {
    let source = try source(body)
    #expect(!TaskFates(model: source.model).isJoined(try call(source)), "\(body)")
  }

  @Test func endsSayOnWhichWay() throws {
    func ends(_ body: String) throws -> [String] {
      let source = try source(body)
      return TaskFates(model: source.model).ends(of: try call(source)).map { "\(name($0.fate)) \($0.way)" }
    }
    #expect(
      try ends("var u = F(); Use(u.Status); await u; await Task.WhenAll(u, t);") == [
        "received Status itself", "awaited itself", "awaited together",
      ])
    #expect(
      try ends("var l = new List<Task> { F() }; await Task.WhenAny(l); Use(l);") == [
        "awaited raced", "passed together",
      ])
    #expect(try ends("var u = F();").isEmpty)
    #expect(try ends("var u = F(); var v = u; u = v; await v;") == ["awaited itself"])
    #expect(try ends("await F().ContinueWith(x => P());") == ["awaited derived"])
  }

  /// No example may trap or hang, whatever its text ends in.
  @Test func brokenCode() throws {
    let body =
      "var l = new List<Task> { F() }; foreach (var x in l) await x; var u = P() ? F() : G(); field ??= u; F()?.Wait();"
    for length in 0..<body.count {
      guard let source = FlowSource("Task<int> F() => null; async Task M() { " + body.prefix(length)) else { continue }
      let fates = TaskFates(model: source.model)
      source.tree.root.walk { node in
        if node.kind == .invocationExpression { _ = fates.isJoined(node) }
        return true
      }
    }
  }
}
