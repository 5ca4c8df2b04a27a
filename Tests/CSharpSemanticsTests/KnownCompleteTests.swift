import CSharpSyntax
import Testing

@testable import CSharpSemantics

/// `x.Result` at the end of each example is asked about.
struct KnownCompleteTests {
  private func isComplete(_ body: String, members: String = "", read: String = "t.Result") throws -> Bool {
    let source = try #require(
      FlowSource(
        "Task<int> F() => null; bool P() => true; void Use(object o) {} \(members)\n"
          + "async Task M(Task<int> t, Task<int> u, Task<int>[] c, List<Task<int>> d) { \(body) }"))
    let node = try #require(source.node(read, .simpleMemberAccessExpression, last: true))
    return KnownCompleteTasks(model: source.model).isKnownComplete(node.requiredNode(0), at: node)
  }

  @Test(arguments: [
    "await t; Use(t.Result);", "await t.ConfigureAwait(false); Use(t.Result);", "t.Wait(); Use(t.Result);",
    "t.GetAwaiter().GetResult(); Use(t.Result);", "var a = t.Result; Use(t.Result);",
    "t.RunSynchronously(); Use(t.Result);",
    "try { await t; } catch { } Use(t.Result);", "if (P()) await t; else t.Wait(); Use(t.Result);",
    "while (P()) { await t; Use(t.Result); }",
    // 2
    "await Task.WhenAll(t, u); Use(t.Result);", "Task.WaitAll(t, u); Use(t.Result);",
    "await Task.WhenAll(new Task[] { t, u }); Use(t.Result);",
    "try { await Task.WhenAll(t, u); } catch { } Use(t.Result);",
    "var l = new List<Task>(); l.Add(t); await Task.WhenAll(l); Use(t.Result);",
    "var l = new List<Task> { t, u }; await Task.WhenAll(l); Use(t.Result);",
    "await Task.WhenAll(c); foreach (var t2 in c) { t = t2; Use(t.Result); }",
    // 3
    "if (t.IsCompleted) Use(t.Result);", "if (!t.IsCompleted) return; Use(t.Result);",
    "if (P() && t.IsCompletedSuccessfully) Use(t.Result);", "if (!t.IsFaulted || P()) return; Use(t.Result);",
    "if (t.Status == TaskStatus.RanToCompletion) Use(t.Result);",
    "if (t.Status != TaskStatus.RanToCompletion) throw new Exception(); Use(t.Result);",
    "Use(t.IsCompleted ? t.Result : 0);",
    "switch (t.Status) { case TaskStatus.RanToCompletion: Use(t.Result); break; }",
    "while (!t.IsCompleted) { P(); } Use(t.Result);", "Debug.Assert(t.IsCompleted); Use(t.Result);",
    "if (t is { IsCompleted: true }) Use(t.Result);", "if (t.IsCompleted is true) Use(t.Result);",
    "if (t.Status is TaskStatus.RanToCompletion) Use(t.Result);",
    "if (t.Status is not TaskStatus.RanToCompletion) return; Use(t.Result);",
    "SpinWait.SpinUntil(() => t.IsCompleted); Use(t.Result);", "await (Task)t; Use(t.Result);",
    "Task all = Task.WhenAll(t, u); await all; Use(t.Result);",
    "var w = await Task.WhenAny(t, u); if (w == u) return; Use(t.Result);",
    "var w = await Task.WhenAny(t, u); if (w != u) Use(t.Result);", "await Task.WhenAny(t); Use(t.Result);",
    "await t.WaitAsync(5); Use(t.Result);", "await Task.WhenAll(t, u).WaitAsync(5); Use(t.Result);",
    "await foreach (var x in Task.WhenEach(t, u)) { t = x; Use(t.Result); }",
    "var l = new List<Task> { t, u }; var all = Task.WhenAll(l); all.Wait(); Use(t.Result);",
    // 4
    "var w = await Task.WhenAny(t, u); if (w == t) Use(t.Result);",
    "if (t == await Task.WhenAny(t, Task.Delay(5))) Use(t.Result);",
    "var w = await Task.WhenAny(t, u); if (!ReferenceEquals(t, w)) return; Use(t.Result);",
    // 5
    "t = Task.FromResult(1); Use(t.Result);", "t = P() ? Task.FromResult(1) : Task.FromResult(2); Use(t.Result);",
    "await u; t = u; Use(t.Result);", "t = null; t ??= Task.FromResult(1); Use(t.Result);",
    "t = (u = Task.FromResult(1)); Use(t.Result);", "t = P() ? throw null : Task.FromResult(1)!; Use(t.Result);",
    "t = P() switch { true => Task.FromResult(1), _ => default }; Use(t.Result);",
  ])
  func complete(_ body: String) throws { #expect(try isComplete(body)) }

  @Test(arguments: [
    "Use(t.Result);", "await u; Use(t.Result);", "if (P()) await t; Use(t.Result);", "await t; t = F(); Use(t.Result);",
    "while (P()) { Use(t.Result); }", "t.Wait(5); Use(t.Result);", "try { P(); await t; } catch { } Use(t.Result);",
    "await t; foreach (var x in c) { t = x; } Use(t.Result);", "await t; Action a = () => t = F(); Use(t.Result);",
    // 2
    "await Task.WhenAll(u); Use(t.Result);", "Task.WaitAll(new Task[] { t }, 5); Use(t.Result);",
    "Task.WhenAll(t, u); Use(t.Result);",
    "var l = new List<Task>(); if (P()) l.Add(t); await Task.WhenAll(l); Use(t.Result);",
    "var l = new List<Task>(); l.Add(t); l.Clear(); await Task.WhenAll(l); Use(t.Result);",
    "await Task.WhenAll(c); c[0] = F(); foreach (var t2 in c) { t = t2; Use(t.Result); }",
    // 3
    "if (!t.IsCompleted) Use(t.Result);", "if (P() || t.IsCompleted) Use(t.Result);",
    "if (t.IsCompleted) { t = F(); Use(t.Result); }", "if (t.Status == TaskStatus.Running) Use(t.Result);",
    "SpinWait.SpinUntil(() => t.IsCompleted, 5); Use(t.Result);", "SpinWait.SpinUntil(() => P()); Use(t.Result);",
    "if (t.Status is TaskStatus.Running) Use(t.Result);", "Task all = Task.WhenAll(t, u); Use(t.Result);",
    "Task all = Task.WhenAll(u); await all; Use(t.Result);",
    "var w = await Task.WhenAny(t, u, Task.Delay(1)); if (w != u) Use(t.Result);",
    "var w = await Task.WhenAny(t, u); w = F(); if (w != u) Use(t.Result);",
    "try { await t.WaitAsync(5); } catch { } Use(t.Result);",
    "Task all = Task.WhenAll(t, u); t = F(); await all; Use(t.Result);",
    "Task all = Task.WhenAll(t, u); all = u; await all; Use(t.Result);",
    "Debug.Assert(!t.IsCompleted); Use(t.Result);", "if (t is not { IsCompleted: true }) Use(t.Result);",
    // 4
    "var w = await Task.WhenAny(t, u); if (w != t) Use(t.Result);", "await Task.WhenAny(t, u); Use(t.Result);",
    // 5
    "t = F(); Use(t.Result);", "t = P() ? Task.FromResult(1) : F(); Use(t.Result);", "t = u; Use(t.Result);",
    "t ??= Task.FromResult(1); Use(t.Result);", "t = null; t ??= F(); Use(t.Result);",
    "t = P() switch { true => Task.FromResult(1), _ => F() }; Use(t.Result);", "t = (u = F()); Use(t.Result);",
  ])
  func notComplete(_ body: String) throws { #expect(try !isComplete(body)) }

  @Test func elements() throws {
    #expect(try isComplete("await Task.WhenAll(c); Use(c[0].Result);", read: "c[0].Result"))
    #expect(try !isComplete("Use(c[0].Result);", read: "c[0].Result"))
    #expect(try isComplete("var i = Task.WaitAny(c); Use(c[i].Result);", read: "c[i].Result"))
    #expect(try !isComplete("var i = Task.WaitAny(c); i = 1; Use(c[i].Result);", read: "c[i].Result"))
    #expect(try isComplete("await Task.WhenAll(d); Use(d.Select(x => x.Result));", read: "x.Result"))
    #expect(try isComplete("await Task.WhenAll(d); Use(d.Where(y => P()).Select(x => x.Result));", read: "x.Result"))
    #expect(try !isComplete("await Task.WhenAll(d); d.Add(F()); Use(d.Select(x => x.Result));", read: "x.Result"))
    #expect(try !isComplete("Use(d.Select(x => x.Result));", read: "x.Result"))
  }

  @Test func membersOfElements() throws {
    let pairs = "var l = new List<(int Id, Task<int> Work)> { (1, t), (2, u) };"
    let wait = pairs + " await Task.WhenAll(l.Select(p => p.Work));"
    #expect(try isComplete(wait + " foreach (var x in l) Use(x.Work.Result);", read: "x.Work.Result"))
    #expect(try isComplete(wait + " foreach (var x in l) Use(x.Item2.Result);", read: "x.Item2.Result"))
    #expect(try isComplete(wait + " foreach (var (i, x) in l) Use(x.Result);", read: "x.Result"))
    #expect(try isComplete(wait + " Use(l.Where(y => P()).Select(x => x.Work.Result));", read: "x.Work.Result"))
    #expect(try isComplete(wait + " Use(l[0].Work.Result);", read: "l[0].Work.Result"))
    #expect(try isComplete(wait + " Action a = () => Use(l[0].Work.Result);", read: "l[0].Work.Result"))
    #expect(try !isComplete(pairs + " foreach (var x in l) Use(x.Work.Result);", read: "x.Work.Result"))
    #expect(
      try !isComplete(wait + " foreach (var (x, y) in new List<(Task<int>, int)>()) Use(x.Result);", read: "x.Result"))
    #expect(try !isComplete(wait + " l[0] = (1, F()); foreach (var x in l) Use(x.Work.Result);", read: "x.Work.Result"))
    #expect(
      try !isComplete(
        pairs + " await Task.WhenAll(l.Take(1).Select(p => p.Work)); foreach (var x in l) Use(x.Work.Result);",
        read: "x.Work.Result"))
    let map = "var m = new Dictionary<int, Task<int>> { [1] = t };"
    let all = map + " await Task.WhenAll(m.Values);"
    #expect(try isComplete(all + " foreach (var (k, x) in m) Use(x.Result);", read: "x.Result"))
    #expect(try isComplete(all + " foreach (var x in m) Use(x.Value.Result);", read: "x.Value.Result"))
    #expect(try isComplete(all + " foreach (var x in m.Values) Use(x.Result);", read: "x.Result"))
    #expect(try isComplete(all + " Use(m[1].Result);", read: "m[1].Result"))
    #expect(try isComplete(all + " Use(m.ToDictionary(x => x.Key, x => x.Value.Result));", read: "x.Value.Result"))
    #expect(try !isComplete(map + " Use(m[1].Result);", read: "m[1].Result"))
    #expect(try !isComplete(all + " m[2] = F(); Use(m[1].Result);", read: "m[1].Result"))
    #expect(try !isComplete(all + " m.Add(2, F()); foreach (var (k, x) in m) Use(x.Result);", read: "x.Result"))
  }

  @Test func sequencesOfAllElements() throws {
    let read = " Use(d.Select(x => x.Result));"
    #expect(try isComplete("Task.WaitAll(d.ToArray());" + read, read: "x.Result"))
    #expect(try isComplete("await Task.WhenAll([.. d, u]);" + read, read: "x.Result"))
    #expect(try isComplete("await Task.WhenAll(d.Cast<Task>().Concat(new List<Task>()));" + read, read: "x.Result"))
    #expect(try isComplete("var all = Task.WhenAll(d); await all;" + read, read: "x.Result"))
    #expect(try !isComplete("await Task.WhenAll(d.Take(1));" + read, read: "x.Result"))
    #expect(try !isComplete("var all = Task.WhenAll(d); d.Add(F()); await all;" + read, read: "x.Result"))
    #expect(try !isComplete("Task.WaitAll(d.ToArray(), 5);" + read, read: "x.Result"))
  }

  @Test func partsOfLocalTuples() throws {
    let pair = "var p = (F(), F());"
    #expect(
      try isComplete(pair + " await Task.WhenAll(p.Item1, p.Item2); Use(p.Item1.Result);", read: "p.Item1.Result"))
    #expect(
      try !isComplete(
        pair + " await Task.WhenAll(p.Item1, p.Item2); p = (F(), F()); Use(p.Item1.Result);", read: "p.Item1.Result"))
    #expect(
      try !isComplete(pair + " await p.Item2; Use(p.Item1.Result);", read: "p.Item1.Result"))
  }

  @Test func casts() throws {
    let read = "((Task<int>)w).Result"
    #expect(try isComplete("Task w = await Task.WhenAny(t, u); Use(\(read));", read: read))
    #expect(try isComplete("Task w = t; await w; Use(\(read));", read: read))
    #expect(try !isComplete("Task w = t; Use(\(read));", read: read))
  }

  @Test func antecedents() throws {
    #expect(try isComplete("_ = u.ContinueWith(_ => Use(u.Result));", read: "u.Result"))
    #expect(try isComplete("Task.WhenAll(t, u).ContinueWith(_ => Use(u.Result));", read: "u.Result"))
    #expect(try isComplete("u.GetAwaiter().OnCompleted(() => Use(u.Result));", read: "u.Result"))
    #expect(try !isComplete("_ = t.ContinueWith(_ => Use(u.Result));", read: "u.Result"))
    #expect(try !isComplete("_ = u.ContinueWith(_ => Use(u.Result)); u = F();", read: "u.Result"))
    #expect(try isComplete("_ = u.ContinueWith(x => Use(x.Result));", read: "x.Result"))
    #expect(try isComplete("Action<Task<int>> a = x => Use(x.Result); u.ContinueWith(a);", read: "x.Result"))
    #expect(try !isComplete("Action<Task<int>> a = x => Use(x.Result); a(u); u.ContinueWith(a);", read: "x.Result"))
    #expect(
      try isComplete("u.ContinueWith(G);", members: "private void G(Task<int> x) => Use(x.Result);", read: "x.Result"))
    #expect(try !isComplete("G(u);", members: "private void G(Task<int> x) => Use(x.Result);", read: "x.Result"))
  }

  @Test(arguments: [
    "static readonly Task<int> Done = Task.FromResult(1);", "static Task<int> Done = Task.FromResult(1);",
    "Task<int> Done; void Set(int n) { Done = n == 0 ? null : Task.FromResult(n); }",
    "Task<int> Done; void Set() { Done ??= Task.FromResult(1); Done = Done; }",
    "Task<int> Done; async Task Set() { var u = F(); await u; this.Done = u; }",
  ])
  func fieldOfCompleteTasks(_ members: String) throws {
    #expect(try isComplete("Use(Done.Result);", members: members, read: "Done.Result"))
  }

  @Test(arguments: [
    "internal static Task<int> Done = Task.FromResult(1);", "Task<int> Done;",
    "Task<int> Done = Task.FromResult(1); void Set() { Done = F(); }",
    "Task<int> Done = Task.FromResult(1); void Set() { Fill(ref Done); } void Fill(ref Task<int> x) { }",
    "Task<int> Done = Task.FromResult(1); void Set() { (Done, _) = (F(), 1); }",
    "Task<int> Done = Task.FromResult(1); void Set(C other) { other.Done ??= F(); }",
    "Task<int> Done { get; set; } = Task.FromResult(1);",
  ])
  func fieldOfAnyTasks(_ members: String) throws {
    #expect(try !isComplete("Use(Done.Result);", members: members, read: "Done.Result"))
  }

  @Test func sameVariableAndExpression() throws {
    let source = try #require(
      FlowSource(
        "readonly C next; int f; int[] a; int G() => 0; void M(C x) { f = this.f + next.f + x.f + a[1] + G(); }"))
    let f = try #require(source.node("f", .identifierName))
    let thisF = try #require(source.node("this.f"))
    let other = try #require(source.node("next.f"))
    let model = source.model
    #expect(VariablePath(f, model: model) == VariablePath(thisF, model: model))
    #expect(VariablePath(f, model: model) != VariablePath(other, model: model))
    let call = try #require(source.node("G()", .invocationExpression))
    let element = try #require(source.node("a[1]"))
    #expect(isSameExpression(element, element, model: model))
    #expect(!isSameExpression(call, call, model: model))
  }

  @Test func delegates() throws {
    let source = try #require(
      FlowSource(
        "void G() {} protected virtual void V() {} void M() { Action a = () => G(); Action b = G; b = a; "
          + "Use(a); Use(b); Use(G); Use(V); Use(new Action(G)); } void Use(Action x) {}"))
    func body(_ text: String) throws -> FunctionSyntax? {
      let call = try #require(source.node("Use(\(text))", .invocationExpression))
      let argument = try #require(TaskMembers.arguments(of: call).first)
      return DelegateBodies(model: source.model).body(of: argument)?.function
    }
    #expect(try body("a")?.kind == .lambda)
    #expect(try body("b") == nil)
    #expect(try body("G")?.kind == .method)
    #expect(try body("V") == nil)
    #expect(try body("new Action(G)")?.kind == .method)
  }
}
