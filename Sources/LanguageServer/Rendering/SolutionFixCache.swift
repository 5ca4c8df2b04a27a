import ConcurrencyRules
import Synchronization

/// The findings of one analysis together with their fixes that reach across files. Clients ask for a place's actions at
/// each move of the caret, and again when the user opens the menu; the search through the workspace is done once as
/// long as nothing changes anywhere. Shared by threads.
final class SolutionFixCache: Sendable {
  private let state = Mutex(State())

  private struct State {
    var stamp: AnalysisStamp?
    var findings: [Int: Finding] = [:]
  }

  /// - Parameter stamp: of all documents; what was kept for another one is out of date.
  /// - Returns: `nil` unless all are known.
  func findings(_ indices: [Int], at stamp: AnalysisStamp) -> [Int: Finding]? {
    state.withLock { state in
      guard state.stamp == stamp else { return nil }
      let known = state.findings.filter { indices.contains($0.key) }
      return known.count == indices.count ? known : nil
    }
  }

  func keep(_ findings: [Int: Finding], at stamp: AnalysisStamp) {
    state.withLock { state in
      if state.stamp != stamp { state = State(stamp: stamp) }
      state.findings.merge(findings) { _, new in new }
    }
  }
}
