import CSharpSemantics
import CSharpSyntax

/// What a rule wants to do at a place that needs an `await` in its function.
struct AwaitSite {
  /// The place that is going to be an `await`, or to hold it.
  let node: SyntaxNode
  /// The rule's own title, such as `Await the task`.
  let title: String
  let actionKey: String
  let safety: FixSafety
  let isPreferred: Bool
  /// What is done at the place itself.
  let edits: [TextEdit]
  /// What is awaited, where the title of an action that changes the signature says so.
  let awaitedName: String?

  init(
    _ node: SyntaxNode, title: String, actionKey: String, safety: FixSafety = .safe, isPreferred: Bool = true,
    awaitedName: String? = nil, edits: [TextEdit]
  ) {
    self.node = node
    self.title = title
    self.actionKey = actionKey
    self.safety = safety
    self.isPreferred = isPreferred
    self.awaitedName = awaitedName
    self.edits = edits
  }
}

/// Makes the function of a place `async` (T1).
struct MakeAsync {
  let context: RuleContext

  /// The code actions for a place: the rule's own fix where the function is, or can simply be lifted to be, `async`;
  /// the "Make '…' async" actions where its signature has to change; none where nothing helps.
  func fixes(for site: AwaitSite) -> [Fix] {
    guard let function = FunctionSyntax.nearest(to: site.node) else { return [] }
    switch context.asyncTier(of: function) {
    case .async:
      return [make(site, safety: site.safety, edits: site.edits)]
    case .liftable:
      guard let lifting = lifting(of: function, for: site) else { return [] }
      return [make(site, safety: lifting.isSafe ? site.safety : .unsafe, edits: lifting.edits)]
    case .convertible, .fixed: return MakeAsyncActions(context: context).fixes(for: site, in: function)
    }
  }

  private func make(_ site: AwaitSite, safety: FixSafety, edits: [TextEdit]) -> Fix {
    Fix(
      title: site.title, actionKey: site.actionKey, safety: safety, isPreferred: site.isPreferred, edits: edits)
  }

  // MARK: Lifting

  /// The edits that make a task-returning function `async`, with those of the place.
  private func lifting(of function: FunctionSyntax, for site: AwaitSite) -> (edits: [TextEdit], isSafe: Bool)? {
    guard let type = context.model.returnType(of: function), case let meaning = Awaitability(of: type),
      meaning.isTaskLike
    else {
      // A lambda whose call takes a task-returning delegate as well: its returns are plain values already.
      return (MakeAsync.merged([.insertion("async ", at: MakeAsync.modifierPlace(of: function))] + site.edits), true)
    }
    let lifting = ReturnLifting(function: function, context: context)
    guard let outcome = lifting.outcome(hasResult: !type.typeArguments.isEmpty, awaiting: site.node) else { return nil }
    let edits = MakeAsync.merged(MakeAsync.modifier(of: function) + outcome.before + site.edits + outcome.after)
    // A return whose beginning moves can't be rewritten as well.
    guard zip(edits, edits.dropFirst()).allSatisfy({ $0.range.end <= $1.range.start }) else { return nil }
    return (edits, !outcome.changesNull)
  }

  /// Adds `async` to a function that returns tasks; it never returns none from then on.
  static func modifier(of function: FunctionSyntax) -> [TextEdit] {
    let type = function.kind == .accessor ? nil : NullableTypeSyntax(function.returnTypeSyntax)
    return [.insertion("async ", at: modifierPlace(of: function))]
      + (type.map { [.deletion($0.questionToken.range)] } ?? [])
  }

  /// Where `async` goes (T1, step 2).
  static func modifierPlace(of function: FunctionSyntax) -> ByteOffset {
    let node = function.node
    switch node.kind {
    case .anonymousMethodExpression: return node.requiredToken(1).range.start
    case .simpleLambdaExpression: return node.requiredNode(2).range.start
    case .parenthesizedLambdaExpression: return (node.optionalNode(2) ?? node.requiredNode(3)).range.start
    default:
      if let partial = function.modifiers.first(.partialKeyword) { return partial.range.start }
      return node.requiredNode(2).range.start
    }
  }

  /// Ascending by place; insertions at one place become one, in the order in which they were given, before what is
  /// replaced there.
  static func merged(_ edits: [TextEdit]) -> [TextEdit] {
    let ordered = edits.enumerated().sorted { a, b in
      let (first, second) = (a.element.range, b.element.range)
      if first.start != second.start { return first.start < second.start }
      if first.isEmpty != second.isEmpty { return first.isEmpty }
      return a.offset < b.offset
    }.map(\.element)
    var result: [TextEdit] = []
    for edit in ordered {
      if let last = result.last, last.range.isEmpty, last.range.start == edit.range.start, last.path == edit.path {
        result.removeLast()
        result.append(TextEdit(path: edit.path, range: edit.range, newText: last.newText + edit.newText))
      } else {
        result.append(edit)
      }
    }
    return result
  }
}

extension Awaitability {
  /// Task or value task.
  var isTaskLike: Bool {
    switch self {
    case .task, .valueTask: true
    case .other, .none, .unknown: false
    }
  }
}
