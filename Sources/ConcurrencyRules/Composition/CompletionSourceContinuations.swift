import CSharpSemantics
import CSharpSyntax

/// AW904: a completion source that runs the continuations of its task inside of `SetResult`.
package enum CompletionSourceContinuations: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [
    .objectCreationExpression, .implicitObjectCreationExpression, .baseConstructorInitializer,
    .primaryConstructorBaseType,
  ]

  private static let source = "System.Threading.Tasks.TaskCompletionSource"
  private static let options = "System.Threading.Tasks.TaskCreationOptions"
  /// `TaskCreationOptions.RunContinuationsAsynchronously`.
  private static let wantedBit: Int64 = 0x40

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let creation = Creation(node, in: context) else { return }
    let options = creation.options(in: context)
    switch options {
    case .wanted, .otherEnumeration: return
    case .unknown:
      guard context.settings.flag("strict", of: descriptor.id, default: false) else { return }
    case .none, .constant: break
    }
    guard creation.unresolvedName != nil || hasOption(in: context), !isCompletedAtOnce(node, in: context) else {
      return
    }
    let name = creation.name
    context.report(
      descriptor, at: creation.range, place: node,
      message: "Whoever completes '\(name)' runs the continuations of its task on its own thread, inside its locks and "
        + "callbacks. Create it with TaskCreationOptions.RunContinuationsAsynchronously.",
      unresolvedName: creation.unresolvedName, placeholders: [Placeholder("name", name)]
    ) {
      fixes(creation, options: options, in: context)
    }
  }

  /// Frameworks before .NET Framework 4.6 don't have it.
  private static func hasOption(in context: RuleContext) -> Bool {
    context.model.context.type(named: options)?.members(named: "RunContinuationsAsynchronously").isEmpty == false
  }

  // MARK: Creations

  private enum Options {
    case none
    /// Without the wanted bit; whether it says anything at all.
    case constant(SyntaxNode, isNone: Bool)
    case wanted
    case unknown(SyntaxNode)
    /// `TaskContinuationOptions`, which are not options here.
    case otherEnumeration
  }

  private struct Creation {
    let node: SyntaxNode
    let range: TextRange
    let arguments: [SyntaxNode]
    /// What the source is called: its variable, else its type.
    let name: String
    let unresolvedName: String?

    init?(_ node: SyntaxNode, in context: RuleContext) {
      self.node = node
      let model = context.model
      switch node.kind {
      case .objectCreationExpression:
        let type = node.requiredNode(1)
        let written = type.kind == .qualifiedName ? type.requiredNode(2) : type
        guard simpleName(of: written)?.identifierText == "TaskCompletionSource" else { return nil }
        range = type.range
        name = Creation.variable(of: node) ?? type.text
        guard let bound = model.type(of: node).type, !bound.isErrorType else {
          // N1: the framework's type, its import is missing.
          guard type.kind != .qualifiedName, model.type(of: type).type?.isErrorType ?? true else { return nil }
          unresolvedName = "TaskCompletionSource"
          break
        }
        guard bound.qualifiedName == source else { return nil }
        unresolvedName = nil
      case .implicitObjectCreationExpression:
        guard let bound = model.type(of: node).type ?? model.type(of: node).convertedType,
          bound.qualifiedName == source
        else { return nil }
        range = node.requiredToken(0).range
        name = Creation.variable(of: node) ?? bound.minimalDisplayString
        unresolvedName = nil
      case .baseConstructorInitializer, .primaryConstructorBaseType:
        guard let type = context.enclosingType(of: node), type.baseType?.qualifiedName == source else { return nil }
        range =
          node.kind == .primaryConstructorBaseType ? node.requiredNode(0).range : node.requiredToken(1).range
        name = type.name
        unresolvedName = nil
      default: return nil
      }
      let list = node.childNodes.last { $0.kind == .argumentList }
      arguments = list.map { $0.nodeList(1).compactMap { ArgumentSyntax($0)?.expression } } ?? []
    }

    /// The number behind constant options.
    private static func value(_ options: SyntaxNode, in context: RuleContext, depth: Int = 0) -> Int64? {
      if case .integer(let value)? = context.model.constantValue(of: options) { return value }
      let options = options.withoutParentheses
      guard depth < 16, options.kind == .bitwiseOrExpression,
        let first = value(options.requiredNode(0), in: context, depth: depth + 1),
        let second = value(options.requiredNode(2), in: context, depth: depth + 1)
      else { return nil }
      return first | second
    }

    /// Whether the option is or-ed to something that is no constant.
    private static func hasWantedPart(_ options: SyntaxNode, in context: RuleContext, depth: Int = 0) -> Bool {
      let options = options.withoutParentheses
      if let value = value(options, in: context) { return value & CompletionSourceContinuations.wantedBit != 0 }
      guard depth < 16, options.kind == .bitwiseOrExpression else { return false }
      return hasWantedPart(options.requiredNode(0), in: context, depth: depth + 1)
        || hasWantedPart(options.requiredNode(2), in: context, depth: depth + 1)
    }

    private static func variable(of node: SyntaxNode) -> String? {
      guard let parent = node.outermostEquivalent.parent else { return nil }
      switch parent.kind {
      case .equalsValueClause:
        guard let owner = parent.parent else { return nil }
        switch owner.kind {
        case .variableDeclarator: return owner.requiredToken(0).text
        case .propertyDeclaration: return owner.requiredToken(4).text
        default: return nil
        }
      case .simpleAssignmentExpression:
        return simpleName(of: parent.requiredNode(0))?.identifierText
      default: return nil
      }
    }

    func options(in context: RuleContext) -> Options {
      for argument in arguments {
        let type = context.model.type(of: argument)
        let name = (type.type ?? type.convertedType)?.qualifiedName
        if name == "System.Threading.Tasks.TaskContinuationOptions" { return .otherEnumeration }
        if unresolvedName != nil {
          if argument.text.contains("RunContinuationsAsynchronously") { return .wanted }
          if argument.kind != .stringLiteralExpression, argument.kind != .nullLiteralExpression {
            return .unknown(argument)
          }
          continue
        }
        guard
          type.convertedType?.qualifiedName == CompletionSourceContinuations.options
            || name == CompletionSourceContinuations.options
        else { continue }
        guard let value = Creation.value(argument, in: context) else {
          return Creation.hasWantedPart(argument, in: context) ? .wanted : .unknown(argument)
        }
        return value & CompletionSourceContinuations.wantedBit != 0 ? .wanted : .constant(argument, isNone: value == 0)
      }
      return .none
    }
  }

  /// `var done = new TaskCompletionSource(); done.SetResult();`: nobody can wait before it is complete.
  private static func isCompletedAtOnce(_ node: SyntaxNode, in context: RuleContext) -> Bool {
    guard let declarator = node.outermostEquivalent.parent?.parent, declarator.kind == .variableDeclarator,
      let statement = declarator.parent?.parent, statement.kind == .localDeclarationStatement,
      let local = context.model.declaredSymbol(for: declarator)
    else { return false }
    return CompletedSource(local: local, model: context.model).isCompleted(behind: statement)
  }

  // MARK: Fix

  private static func fixes(_ creation: Creation, options: Options, in context: RuleContext) -> [Fix] {
    let spelling = UsingDirectives(context: context).spelling(
      of: "TaskCreationOptions", in: "System.Threading.Tasks", at: creation.node)
    let option = spelling.text + ".RunContinuationsAsynchronously"
    var edits: [TextEdit]
    switch options {
    case .constant(let argument, isNone: true):
      guard let replaced = Replacement(of: argument, by: option, keeping: []).edits else { return [] }
      edits = replaced
    case .constant(let argument, isNone: false), .unknown(let argument):
      if argument.kind.bindsLooserThanOr {
        edits = [
          .insertion("(", at: argument.range.start), .insertion(") | " + option, at: argument.range.end),
        ]
      } else {
        edits = [.insertion(" | " + option, at: argument.range.end)]
      }
    case .none:
      guard
        let added = TokenArgument.edits(
          passing: option, name: "creationOptions", at: creation.arguments.count, to: creation.node)
      else { return [] }
      edits = added
    case .wanted, .otherEnumeration: return []
    }
    if let directive = spelling.directive { edits = ([directive] + edits).sorted { $0.range.start < $1.range.start } }
    return [
      Fix(
        title: "Run continuations asynchronously", actionKey: "Run continuations asynchronously",
        safety: creation.unresolvedName == nil ? .safe : .unsafe, isPreferred: creation.unresolvedName == nil,
        edits: edits)
    ]
  }
}

extension SyntaxKind {
  fileprivate var bindsLooserThanOr: Bool {
    switch self {
    case .conditionalExpression, .coalesceExpression, .logicalAndExpression, .logicalOrExpression,
      .simpleAssignmentExpression, .switchExpression:
      true
    default: false
    }
  }
}
