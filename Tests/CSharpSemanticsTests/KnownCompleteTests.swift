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

  @Test func antecedents() throws {
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
