import CSharpSyntax
import Testing

@testable import CSharpSemantics

/// Backward problems, by the example of live variables: those whose value may still be read.
struct BackwardFlowTests {
  private struct LiveVariables: DataFlowProblem {
    let model: SemanticModel

    func boundary(_ block: Int) -> Set<Symbol> { [] }
    func join(_ a: Set<Symbol>, _ b: Set<Symbol>) -> Set<Symbol> { a.union(b) }
    func transfer(_ operation: FlowOperation, _ state: inout Set<Symbol>) {
      for (variable, _) in model.writes(of: operation) {
        if let local = variable.local { state.remove(local) }
      }
      if operation.kind == .evaluate, operation.node.kind == .identifierName,
        let symbol = model.symbol(of: operation.node).symbol, symbol.kind == .local || symbol.kind == .parameter
      {
        state.insert(symbol)
      }
    }
  }

  /// The names that are live where the block with the call of a method ends.
  private func live(_ call: String, _ body: String) throws -> Set<String> {
    let source = try #require(
      FlowSource("void A() {} void B() {} bool P() => true; void Use(object o) {} void M(int a, int b) { \(body) }"))
    let graph = try #require(source.graph())
    let ends = try #require(
      DataFlowSolver(graph: graph, problem: LiveVariables(model: source.model)).solveBackward())
    let block = try #require(graph.calls(call).first?.block)
    return Set((ends[block] ?? []).map(\.name))
  }

  @Test func readsOnOnePathAreEnough() throws {
    #expect(try live("A", "A(); if (P()) Use(a);") == ["a"])
    #expect(try live("P", "if (P()) Use(a);") == ["a"])
    #expect(try live("P", "if (P()) { a = 1; Use(a); }") == [])
    #expect(try live("P", "if (P()) a = 1; else b = 2; Use(a); Use(b);") == ["a", "b"])
  }

  @Test func loopsCarryReadsBack() throws {
    #expect(try live("B", "while (P()) { Use(a); if (P()) B(); else A(); b = 1; }") == ["a"])
    #expect(try live("B", "if (P()) B(); else A(); while (true) { Use(a); a = b; }") == ["a", "b"])
  }

  @Test func exceptionsCarryReadsToTheirHandlers() throws {
    #expect(try live("P", "try { if (P()) { A(); a = 1; } } catch { Use(a); }") == ["a"])
    // The write comes before anything that can raise.
    #expect(try live("P", "if (P()) { try { a = 1; A(); } catch { Use(a); } }") == [])
    #expect(try live("P", "if (P()) { try { A(); } finally { Use(b); } }") == ["b"])
  }

  @Test func whatLeadsNowhereHasNoAnswer() throws {
    let source = try #require(FlowSource("void A() {} void M() { while (true) { A(); } }"))
    let graph = try #require(source.graph())
    let ends = try #require(
      DataFlowSolver(graph: graph, problem: LiveVariables(model: source.model)).solveBackward())
    // The call may raise, so the loop leads to the exceptional exit.
    let block = try #require(graph.calls("A").first?.block)
    #expect(ends[ControlFlowGraph.exceptionalExit] == [])
    #expect(graph.leads(block, to: ControlFlowGraph.exceptionalExit))
    #expect(!graph.leads(block, to: ControlFlowGraph.exit))
  }
}
