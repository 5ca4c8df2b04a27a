import CSharpSemantics
import CSharpSyntax
import Testing

@testable import ConcurrencyRules

@Suite struct BlockingPrimitivesTests {
  private static let text = """
    using System;
    using System.Collections.Concurrent;
    using System.Threading;

    class Gate { public void Enter() { } }

    class C
    {
        void M(WaitHandle handle, Mutex mutex, SemaphoreSlim slim, Thread thread, BlockingCollection<int> queue, Gate gate)
        {
            handle.WaitOne();
            mutex.WaitOne();
            slim.Wait();
            thread.Join();
            Thread.Sleep(1);
            queue.Take();
            Console.ReadLine();
            handle.WaitOne(0);
            slim.Wait(TimeSpan.Zero);
            slim.Release();
            Monitor.Enter(gate);
            Console.WriteLine();
            gate.Enter();
        }
    }
    """

  /// The calls that block, as written.
  private func blocking(settings: [String: String] = [:]) throws -> [String] {
    let tree = try #require(parse(Array(BlockingPrimitivesTests.text.utf8)))
    let compilation = Compilation(
      options: CompilationOptions(), files: [FileDeclarations(path: "C.cs", tree: tree)],
      references: FixtureProject([]).metadata)
    let context = BindingContext(compilation: compilation)
    let model = try #require(context.semanticModel(file: 0))
    let primitives = BlockingPrimitives(settings: RuleSettings(values: settings))
    var found: [String] = []
    tree.root.walk { node in
      if primitives.contains(node, model: model) { found.append(node.text) }
      return true
    }
    return found
  }

  @Test func knowsWhatBlocks() throws {
    #expect(
      try blocking() == [
        "handle.WaitOne()", "mutex.WaitOne()", "slim.Wait()", "thread.Join()", "Thread.Sleep(1)", "queue.Take()",
        "Console.ReadLine()",
      ])
  }

  @Test func takesFurtherMembersFromTheConfiguration() throws {
    #expect(try blocking(settings: ["awaitwise.blocking_primitives": "Gate.Enter"]).contains("gate.Enter()"))
  }
}
