import DotNetMetadata
import Synchronization

/// Opened assemblies, and sets of them: each opened once, whatever number of projects refers to it.
final class ReferenceStore: Sendable {
  private let state = Mutex(State())

  private struct State: ~Copyable {
    /// `nil` for a file that can't be read, or is no assembly.
    var images: [String: AssemblyImage?] = [:]
    var sets: [[String]: ReferenceSet] = [:]
  }

  /// - Parameter paths: absolute, in the order of the compiler's command line. What can't be read is left out.
  func references(_ paths: [String]) -> ReferenceSet? {
    if paths.isEmpty { return nil }
    return state.withLock { state in
      if let known = state.sets[paths] { return known }
      var images: [AssemblyImage] = []
      for path in paths {
        if let known = state.images[path] {
          if let known { images.append(known) }
          continue
        }
        let image = try? AssemblyImage(path: path)
        state.images[path] = .some(image)
        if let image { images.append(image) }
      }
      let set = ReferenceSet(images)
      state.sets[paths] = set
      return set
    }
  }
}
