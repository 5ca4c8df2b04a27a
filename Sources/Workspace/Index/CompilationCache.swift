import CSharpSemantics
import Synchronization

/// The newest compilation of each project, so that an edit in one project leaves the others' alone.
final class CompilationCache: Sendable {
  private let state = Mutex(State())

  private struct State: ~Copyable {
    var entries: [String: (key: Key, compilation: NumberedCompilation)] = [:]
    var counter: UInt64 = 0
  }

  /// What a compilation was made of: the project object, and the open documents in it or in projects that it refers to.
  struct Key: Hashable {
    let project: ObjectIdentifier
    let documents: [UInt64]
  }

  func compilation(of project: IndexedProject, key: Key, make: () -> Compilation) -> NumberedCompilation {
    if let known = state.withLock({ $0.entries[project.id] }), known.key == key { return known.compilation }
    let compilation = make()
    return state.withLock { state in
      state.counter += 1
      let numbered = NumberedCompilation(project: project.id, number: state.counter, compilation: compilation)
      state.entries[project.id] = (key, numbered)
      return numbered
    }
  }

  func removeAll() { state.withLock { $0.entries = [:] } }
}
