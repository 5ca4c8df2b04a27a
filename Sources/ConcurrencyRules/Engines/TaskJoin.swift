import CSharpSemantics
import CSharpSyntax

/// Where a task is awaited or returned, for rules that must not touch detached work: all its ends (D18) are known and
/// wait for it.
struct TaskJoin {
  /// The places where the task is awaited or returned, in order of the text.
  let places: [SyntaxNode]
  /// The value is awaited everywhere and used as a task nowhere.
  let isOnlyAwaited: Bool

  /// `nil` when the task is detached, blocked on, raced, stored, or handed to somebody else.
  init?(of expression: SyntaxNode, model: SemanticModel) {
    var places: [SyntaxNode] = []
    var isOnlyAwaited = true
    for end in TaskFates(model: model).ends(of: expression) {
      guard end.way <= .together else { return nil }
      switch end.fate {
      case .awaited(let node):
        places.append(node)
        if end.way != .itself { isOnlyAwaited = false }
      case .returned:
        places.append(end.use)
        isOnlyAwaited = false
      case .received(_, let member) where TaskJoin.states.contains(member):
        // A read of the task's state joins nothing and hands nothing on.
        isOnlyAwaited = false
      default: return nil
      }
    }
    guard !places.isEmpty else { return nil }
    self.places = places
    self.isOnlyAwaited = isOnlyAwaited
  }

  private static let states: Set<String> = [
    "IsCompleted", "IsCompletedSuccessfully", "IsFaulted", "IsCanceled", "Status", "Id", "Exception",
  ]
}
