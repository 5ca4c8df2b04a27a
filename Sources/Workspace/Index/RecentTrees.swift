import CSharpSemantics
import CSharpSyntax
import Synchronization

/// The trees with bodies that were looked at last. Others are parsed again when somebody asks: that costs less than
/// binding them does, and most files of a big workspace are never asked for.
final class RecentTrees: WholeTreeStore {
  private let state: Mutex<State>

  private struct State: ~Copyable {
    let capacity: Int
    var size = 0
    /// Counts uses and files.
    var clock: UInt64 = 0
    var entries: [UInt64: Entry] = [:]
  }

  private struct Entry {
    let whole: FileDeclarations
    let size: Int
    var lastUse: UInt64
  }

  /// - Parameter capacity: in bytes of the trees' arrays.
  init(capacity: Int) { state = Mutex(State(capacity: capacity)) }

  /// The same declarations without bodies, which are here for a while.
  func withoutBodies(_ whole: FileDeclarations) -> FileDeclarations {
    let key = state.withLock { state in
      state.clock &+= 1
      return state.clock
    }
    remember(whole, key)
    return whole.withoutBodies(store: self, key: key)
  }

  func whole(_ declarations: FileDeclarations) -> FileDeclarations {
    let key = declarations.storeKey
    if let known = known(key) { return known }
    // Only a cancelled parse gives no tree.
    guard let tree = parse(declarations.bytes, options: declarations.parseOptions) else { return declarations }
    let whole = FileDeclarations(path: declarations.path, tree: tree)
    remember(whole, key)
    return whole
  }

  private func known(_ key: UInt64) -> FileDeclarations? {
    state.withLock { state in
      state.clock &+= 1
      state.entries[key]?.lastUse = state.clock
      return state.entries[key]?.whole
    }
  }

  private func remember(_ whole: FileDeclarations, _ key: UInt64) {
    let size = whole.treeSize
    let dropped = state.withLock { state -> [FileDeclarations] in
      state.clock &+= 1
      let entry = Entry(whole: whole, size: size, lastUse: state.clock)
      if let replaced = state.entries.updateValue(entry, forKey: key) { state.size -= replaced.size }
      state.size += size
      return state.size > state.capacity ? RecentTrees.shrink(&state) : []
    }
    // Freed outside of the lock.
    _ = dropped
  }

  /// Lets go of the older part, so that this happens once for many files.
  private static func shrink(_ state: inout State) -> [FileDeclarations] {
    var dropped: [FileDeclarations] = []
    for (key, entry) in state.entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      if state.size <= state.capacity / 4 * 3 { break }
      state.entries[key] = nil
      state.size -= entry.size
      dropped.append(entry.whole)
    }
    return dropped
  }
}
