import CSharpSemantics
import CSharpSyntax
import Testing

@testable import Workspace

@Suite struct BindingContextPoolTests {
  private func compilation(_ project: String, _ number: UInt64, text: String = "class C { }") throws
    -> NumberedCompilation
  {
    let file = FileDeclarations(path: "C.cs", tree: try #require(parse(Array(text.utf8))))
    return NumberedCompilation(project: project, number: number, compilation: Compilation(files: [file]))
  }

  private func limits(
    count: Int = 4, patience: UInt64 = 100, contextSize: Int = 1 << 30, totalSize: Int = 1 << 30
  ) -> BindingContextPool.Limits {
    BindingContextPool.Limits(count: count, patience: patience, contextSize: contextSize, totalSize: totalSize)
  }

  @Test func givesTheSameContextAgain() throws {
    let pool = BindingContextPool(limits())
    let first = try compilation("a", 1)
    let lent = pool.take(first)
    pool.giveBack(lent)
    #expect(pool.take(first) === lent)
    // Taken by somebody else.
    let other = pool.take(first)
    #expect(other !== lent)
    pool.giveBack(lent)
    pool.giveBack(other)
    // A newer state of the project brings it up to date.
    let newer = pool.take(try compilation("a", 2, text: "class D { }"))
    #expect(newer === other)
    #expect(newer.context.type(named: "D") != nil)
    #expect(newer.context.type(named: "C") == nil)
  }

  @Test func keepsNoMoreThanWanted() throws {
    let pool = BindingContextPool(limits(count: 2))
    let projects = try (1...3).map { try compilation("p\($0)", UInt64($0)) }
    let contexts = projects.map { project in
      let lent = pool.take(project)
      pool.giveBack(lent)
      return lent
    }
    #expect(pool.take(projects[2]) === contexts[2])
    #expect(pool.take(projects[1]) === contexts[1])
    #expect(pool.take(projects[0]) !== contexts[0])
  }

  @Test func forgetsProjectsThatAreDone() throws {
    let pool = BindingContextPool(limits(patience: 3))
    let done = try compilation("done", 1)
    let lent = pool.take(done)
    pool.giveBack(lent)
    let other = try compilation("other", 2)
    for _ in 0..<5 { pool.giveBack(pool.take(other)) }
    #expect(pool.take(done) !== lent)
  }

  @Test func beginsAnewWhereTooMuchIsKnown() throws {
    let members = (0..<400).map { "void M\($0)(int a) { M\($0)(1); }" }.joined(separator: " ")
    let big = try compilation("big", 1, text: "class C { \(members) }")
    let generous = BindingContextPool(limits())
    let strict = BindingContextPool(limits(contextSize: 1))
    for (pool, isKept) in [(generous, true), (strict, false)] {
      let lent = pool.take(big)
      pool.giveBack(lent)
      let again = pool.take(big)
      // At first it knows the types only.
      #expect(again === lent)
      again.context.semanticModel(file: 0)?.bindAll()
      pool.giveBack(again)
      #expect((pool.take(big) === again) == isKept)
    }
  }

  @Test func keepsLittleOfWhatIsNotInUse() throws {
    let pool = BindingContextPool(limits(totalSize: 1))
    let old = try compilation("old", 1)
    let lent = pool.take(old)
    pool.giveBack(lent)
    let other = try compilation("other", 2)
    for _ in 0..<4 { pool.giveBack(pool.take(other)) }
    // Frameworks of one project take turns.
    #expect(pool.take(old) === lent)
    pool.giveBack(lent)
    for _ in 0..<12 { pool.giveBack(pool.take(other)) }
    #expect(pool.take(old) !== lent)
  }
}
