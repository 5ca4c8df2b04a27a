import CSharpSemantics
import CSharpSyntax

/// Whether and where a task is joined inside its member (D18), for rules that must not touch detached work.
struct TaskJoin {
  /// The places where the task is awaited, returned or combined, in order of the text.
  let places: [SyntaxNode]
  /// The value is awaited everywhere and used as a task nowhere.
  let isOnlyAwaited: Bool

  /// `nil` when the task is detached, blocked on, raced, stored, or handed to somebody else.
  init?(of expression: SyntaxNode, model: SemanticModel) {
    let finder = TaskFateFinder(model: model)
    guard let (places, isOnlyAwaited) = TaskJoin.joins(of: expression, finder: finder, depth: 0), !places.isEmpty else {
      return nil
    }
    self.places = places
    self.isOnlyAwaited = isOnlyAwaited
  }

  /// The joins of one value; `nil` if something else happens to it.
  private static func joins(
    of expression: SyntaxNode, finder: TaskFateFinder, depth: Int
  ) -> (places: [SyntaxNode], isOnlyAwaited: Bool)? {
    guard depth < 8 else { return nil }
    switch finder.fate(of: expression) {
    case .awaited(let node): return ([node], true)
    case .returned: return ([expression], false)
    case .combined(let call):
      guard let (places, _) = joins(of: call, finder: finder, depth: depth + 1) else { return nil }
      return (places, false)
    case .local(let symbol, let name, let declaration):
      return localJoins(symbol, name: name, declaration: declaration, finder: finder, depth: depth)
    case .collected(let symbol, let name):
      return collectionJoins(symbol, name: name, around: expression, finder: finder, depth: depth)
    case .blocked, .raced, .passed, .stored, .received, .dropped, .discarded, .unknown: return nil
    }
  }

  private static func localJoins(
    _ symbol: Symbol?, name: String, declaration: SyntaxNode, finder: TaskFateFinder, depth: Int
  ) -> (places: [SyntaxNode], isOnlyAwaited: Bool)? {
    var places: [SyntaxNode] = []
    var isOnlyAwaited = true
    for use in finder.uses(of: symbol, name: name, around: declaration) where !finder.isWrite(use) {
      if isStateRead(use) {
        isOnlyAwaited = false
        continue
      }
      guard let (found, awaited) = joins(of: use.outermostEquivalent, finder: finder, depth: depth + 1) else {
        return nil
      }
      places += found
      isOnlyAwaited = isOnlyAwaited && awaited
    }
    return (places, isOnlyAwaited)
  }

  /// A read of the task's state joins nothing and hands nothing on.
  private static func isStateRead(_ use: SyntaxNode) -> Bool {
    let outer = use.outermostEquivalent
    guard let access = outer.parent, access.kind == .simpleMemberAccessExpression, access.requiredNode(0) == outer,
      access.parent?.kind != .invocationExpression
    else { return false }
    return ["IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled", "Status", "Id", "Exception"]
      .contains(access.requiredNode(2).text)
  }

  private static func collectionJoins(
    _ symbol: Symbol?, name: String, around node: SyntaxNode, finder: TaskFateFinder, depth: Int
  ) -> (places: [SyntaxNode], isOnlyAwaited: Bool)? {
    var places: [SyntaxNode] = []
    for use in finder.uses(of: symbol, name: name, around: node) {
      switch finder.fate(of: use) {
      case .combined(let call):
        guard let (found, _) = joins(of: call, finder: finder, depth: depth + 1) else { return nil }
        places += found
      case .raced, .blocked, .stored, .passed: return nil
      case .returned: return nil
      default: continue
      }
    }
    return (places, false)
  }
}
