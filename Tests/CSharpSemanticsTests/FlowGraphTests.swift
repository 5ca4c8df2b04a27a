import CSharpSyntax
import Testing

@testable import CSharpSemantics

struct FlowGraphTests {
  private func graph(_ body: String) throws -> ControlFlowGraph {
    let source = try #require(
      FlowSource(
        "void A() {} void B() {} void X() {} bool P() => true; bool Q() => true; [DoesNotReturn] void Fail() {}\n"
          + "IDisposable R() => null;\nvoid M(int n, object o) { \(body) }"))
    return try #require(source.graph())
  }

  @Test func callsRaiseToTheExceptionalExit() throws {
    let graph = try graph("A();")
    #expect(graph.calls("A").count == 1)
    #expect(graph.leads(ControlFlowGraph.entry, to: ControlFlowGraph.exit, exceptions: false))
    #expect(graph.leads(ControlFlowGraph.entry, to: ControlFlowGraph.exceptionalExit))
    #expect(!(try self.graph("n = 1;")).leads(ControlFlowGraph.entry, to: ControlFlowGraph.exceptionalExit))
  }

  @Test func shortCircuitConditionsSplit() throws {
    let graph = try graph("if (P() && Q()) A(); else B();")
    let p = try #require(graph.calls("P").first)
    let q = try #require(graph.calls("Q").first)
    let b = try #require(graph.calls("B").first)
    #expect(p.block != q.block)
    #expect(graph.successors(of: p.block).contains { $0.to == b.block && $0.kind == .whenFalse })
    #expect(graph.successors(of: q.block).contains { $0.to == b.block && $0.kind == .whenFalse })
  }

  @Test func loopsHaveBackEdges() throws {
    for body in ["while (P()) A();", "for (;P();) A();", "do A(); while (P());", "foreach (var x in new int[0]) A();"] {
      let graph = try graph(body)
      let a = try #require(graph.calls("A").first)
      #expect(graph.leads(a.block, to: a.block, exceptions: false), "\(body)")
      #expect(graph.leads(a.block, to: ControlFlowGraph.exit, exceptions: false), "\(body)")
    }
  }

  @Test func endlessLoopsDoNotEnd() throws {
    let graph = try graph("while (true) { A(); } B();")
    #expect(graph.calls("B").isEmpty)
    #expect(!graph.leads(ControlFlowGraph.entry, to: ControlFlowGraph.exit))
    let left = try self.graph("while (true) { if (P()) break; if (Q()) continue; A(); } B();")
    #expect(left.calls("B").count == 1)
  }

  @Test func finallyIsDuplicatedPerExit() throws {
    let graph = try graph("while (P()) { try { if (Q()) return; if (Q()) break; A(); } finally { X(); } } B();")
    // Normal end, return, break, exception.
    #expect(graph.calls("X").count == 4)
    let a = try #require(graph.calls("A").first)
    let copies = Set(graph.calls("X").map(\.block))
    #expect(!graph.leads(a.block, to: ControlFlowGraph.exceptionalExit, avoiding: copies))
  }

  @Test func manyNestedFinallyStaySmall() throws {
    var body = "A();"
    for _ in 0..<40 {
      body = "try { \(body) } finally { try { A(); } finally { \(body.count < 400 ? body : "B();") } }"
    }
    let graph = try graph(body)
    #expect(graph.blocks.count < 60_000)
  }

  @Test func exceptionsGoToTheInnermostCatch() throws {
    let graph = try graph("try { A(); } catch (ArgumentException) { B(); } catch { X(); }")
    let a = try #require(graph.calls("A").first)
    let handlers = Set(graph.calls("B").map(\.block) + graph.calls("X").map(\.block))
    #expect(handlers.count == 2)
    #expect(!graph.leads(a.block, to: ControlFlowGraph.exceptionalExit, avoiding: handlers))
    let typed = try self.graph("try { A(); } catch (ArgumentException) { B(); }")
    let call = try #require(typed.calls("A").first)
    #expect(typed.leads(call.block, to: ControlFlowGraph.exceptionalExit, avoiding: Set(typed.calls("B").map(\.block))))
  }

  @Test func falseFiltersPassOn() throws {
    let graph = try graph("try { A(); } catch when (P()) { B(); }")
    #expect(
      graph.leads(
        ControlFlowGraph.entry, to: ControlFlowGraph.exceptionalExit, avoiding: Set(graph.calls("B").map(\.block))))
  }

  @Test func gotoSwitchAndPatterns() throws {
    let backwards = try graph("again: A(); if (P()) goto again; B();")
    let a = try #require(backwards.calls("A").first)
    #expect(backwards.leads(a.block, to: a.block, exceptions: false))
    let out = try graph("try { A(); goto end; } finally { X(); } B(); end: ;")
    #expect(out.calls("B").isEmpty)
    let jumps = try graph("switch (n) { case 1: A(); goto case 2; case 2: B(); break; default: X(); break; }")
    let one = try #require(jumps.calls("A").first)
    let two = try #require(jumps.calls("B").first)
    let other = try #require(jumps.calls("X").first)
    #expect(jumps.leads(one.block, to: two.block, exceptions: false))
    #expect(!jumps.leads(one.block, to: other.block, exceptions: false))
    let pattern = try graph("if (o is string or int) A(); else B();")
    #expect(pattern.blocks.filter { $0.branch?.test == .pattern }.count == 2)
  }

  @Test func doesNotReturnEndsThePath() throws {
    #expect(try graph("Fail(); A();").calls("A").isEmpty)
    #expect(try graph("throw new Exception(); A();").calls("A").isEmpty)
    #expect(try graph("P(); A();").calls("A").count == 1)
  }

  @Test func usingAndLockRunTheirEnds() throws {
    let using = try graph("using (R()) { A(); return; } ")
    #expect(using.operations.filter { $0.kind == .dispose }.count >= 2)
    let declaration = try graph("using var r = R(); A();")
    #expect(declaration.operations.filter { $0.kind == .dispose }.count == 2)
    let lock = try graph("lock (o) { A(); }")
    #expect(lock.operations.filter { $0.kind == .enterLock }.count == 1)
    #expect(lock.operations.filter { $0.kind == .exitLock }.count == 2)
  }

  private func members(_ text: String) throws -> (FlowSource, ControlFlowGraph) {
    let source = try #require(
      FlowSource("void A() {} void B() {} void X() {} bool P() => true; \(text)"))
    return (source, try #require(source.graph()))
  }

  private func kinds(_ graph: ControlFlowGraph, _ kind: FlowOperationKind) -> [FlowPosition] {
    graph.blocks.indices.flatMap { block in
      graph.blocks[block].operations.filter { graph.operations[$0].kind == kind }
        .map { FlowPosition(block: block, operation: $0) }
    }
  }

  @Test func awaitUsingDisposesOnEveryWayOut() throws {
    for body in ["await using (r) { A(); if (P()) return; B(); }", "await using var s = r; A(); if (P()) return; B();"]
    {
      let (_, graph) = try members("async Task M(IAsyncDisposable r) { \(body) }")
      // The end, the return and the exception.
      let disposals = kinds(graph, .dispose)
      #expect(disposals.count == 3, "\(body)")
      #expect(disposals.allSatisfy { graph.operations[$0.operation].mayRaise })
      let a = try #require(graph.calls("A").first)
      let blocks = Set(disposals.map(\.block))
      #expect(!graph.leads(a.block, to: ControlFlowGraph.exit, avoiding: blocks))
      #expect(!graph.leads(a.block, to: ControlFlowGraph.exceptionalExit, avoiding: blocks))
    }
  }

  @Test func awaitForEachMovesAndDisposes() throws {
    let (_, graph) = try members(
      "async Task M(IAsyncEnumerable<int> s) { await foreach (var x in s) { if (P()) break; A(); } B(); }")
    #expect(kinds(graph, .getEnumerator).count == 1)
    let move = try #require(kinds(graph, .moveNext).first)
    #expect(graph.operations[move.operation].mayRaise)
    let a = try #require(graph.calls("A").first)
    let b = try #require(graph.calls("B").first)
    #expect(graph.leads(a.block, to: move.block, exceptions: false))
    #expect(!graph.leads(a.block, to: b.block, exceptions: false, avoiding: [move.block]))
    let disposals = Set(kinds(graph, .dispose).map(\.block))
    // `break` and the last element go the same way.
    #expect(disposals.count == 2)
    #expect(!graph.leads(move.block, to: b.block, avoiding: disposals))
    #expect(!graph.leads(a.block, to: ControlFlowGraph.exceptionalExit, avoiding: disposals))
    #expect(graph.blocks.contains { $0.branch?.test == .hasNext })
  }

  @Test func yieldReturnsGoOnAndYieldBreakEnds() throws {
    let (_, graph) = try members(
      "IEnumerable<int> M() { A(); while (P()) { yield return 1; B(); } try { yield return 2; yield break; } finally { X(); } }"
    )
    let yields = kinds(graph, .yieldReturn)
    #expect(yields.count == 2)
    let first = yields[0]
    let b = try #require(graph.calls("B").first)
    #expect(graph.leads(first.block, to: b.block, exceptions: false) || first.block == b.block)
    #expect(graph.leads(b.block, to: first.block, exceptions: false))
    // What follows `yield break` is the `finally`, then the exit.
    let cleanups = Set(graph.calls("X").map(\.block))
    #expect(!graph.leads(yields[1].block, to: ControlFlowGraph.exit, avoiding: cleanups))
    let (_, after) = try members("IEnumerable<int> M() { yield break; A(); }")
    #expect(after.calls("A").isEmpty)
  }

  @Test func nestedFunctionsAreOperations() throws {
    let graph = try graph("Action a = () => A(); void L() { B(); } L();")
    #expect(graph.calls("A").isEmpty && graph.calls("B").isEmpty)
    #expect(graph.operations.filter { $0.kind == .createFunction }.count == 2)
  }

  @Test func brokenCodeGivesAGraph() throws {
    for body in [
      "if (", "switch (n) { case", "try { A( } fin", "goto nowhere;", "break; continue;", "a => {", "o is {", ")",
    ] {
      _ = try graph(body)
    }
    let deep = String(repeating: "(", count: 3000) + "n" + String(repeating: ")", count: 3000)
    _ = try graph("A(\(deep));")
    _ = try graph("n = " + String(repeating: "n + ", count: 5000) + "n;")
    _ = try graph("o" + String(repeating: ".ToString()", count: 500) + ";")
  }
}
