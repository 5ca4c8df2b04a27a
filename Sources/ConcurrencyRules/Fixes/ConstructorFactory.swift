import CSharpSemantics
import CSharpSyntax

/// Turns a constructor that waits for tasks into an asynchronous factory method (T9).
struct ConstructorFactory {
  let context: RuleContext
  private let constructor: ConstructorDeclarationSyntax
  private let symbol: Symbol
  private let type: Symbol
  private let waits: [Wait]

  /// A wait in the constructor, whose result becomes a parameter.
  private struct Wait {
    let node: SyntaxNode
    let awaited: SyntaxNode
    let name: String
    let type: String
  }

  private var tree: SyntaxTree { context.tree }

  /// - Parameter wait: a blocking wait in the constructor; all others in it are taken along.
  /// - Returns: `nil` where the constructor has to stay what it is.
  init?(aroundWait wait: SyntaxNode, in context: RuleContext) {
    guard let function = FunctionSyntax.nearest(to: wait), function.kind == .constructor,
      let constructor = ConstructorDeclarationSyntax(function.node),
      let symbol = context.model.declaredSymbol(for: function.node), let type = symbol.containingType,
      type.type.kind == .class, !type.isAbstract, type.typeParameters.isEmpty,
      ConstructorFactory.isFree(type, context), type.members(named: "CreateAsync").isEmpty,
      type.type.members(named: "CreateAsync").isEmpty
    else { return nil }
    self.context = context
    self.constructor = constructor
    self.symbol = symbol
    self.type = type
    var found: [SyntaxNode] = []
    function.walkOwn { node in
      guard ConstructorFactory.isWait(node, context.model) else { return true }
      found.append(node)
      return false
    }
    guard found.contains(wait) else { return nil }
    var waits: [Wait] = []
    var taken = Set(symbol.parameters.map(\.name))
    for node in found {
      guard let awaited = AwaitInsertion.receiver(ofWait: node),
        ConstructorFactory.needsParametersOnly(awaited, of: symbol, context.model),
        let result = context.model.type(of: node).type, result.specialType != .void, !result.containsErrorType
      else { return nil }
      let base = ConstructorFactory.name(for: node)
      var name = base
      var count = 0
      while !context.model.lookupSymbols(named: name, at: node).isEmpty || !taken.insert(name).inserted {
        count += 1
        guard count < 100 else { return nil }
        name = base + String(count)
      }
      waits.append(Wait(node: node, awaited: awaited, name: name, type: result.minimalDisplayString))
    }
    self.waits = waits
  }

  /// "Create '…' with an asynchronous factory method"; nothing where a creation can't follow.
  func fixes() -> [Fix] {
    guard let solution = context.solutionForFixes(), let key = MethodKey(symbol) else { return [] }
    let contexts = SolutionContexts(solution, around: context)
    var creations: [(context: RuleContext, node: SyntaxNode)] = []
    for file in contexts.files(creating: type.name, visibleFrom: context.path) {
      var isBlocked = false
      file.tree.root.walk { node in
        guard !isBlocked else { return false }
        switch node.kind {
        case .objectCreationExpression, .implicitObjectCreationExpression:
          if let called = file.model.symbol(of: node).symbol, MethodKey(called) == key {
            creations.append((file, node))
          }
        case .baseConstructorInitializer, .thisConstructorInitializer, .primaryConstructorBaseType:
          if let called = file.model.symbol(of: node).symbol, MethodKey(called) == key { isBlocked = true }
        case .identifierName:
          // Made by a container or by reflection.
          if node.text == type.name, ConstructorFactory.isTypeArgumentOfCall(node) { isBlocked = true }
        default: break
        }
        return true
      }
      if isBlocked { return [] }
    }
    guard let declaration = declarationEdits() else { return [] }
    let conversion = AsyncConversion(
      contexts, root: context, classifier: UseClassifier(contexts), updatesCallers: true, newName: nil)
    guard let tasks = created(creations),
      let edits = conversion.edits(
        declarations: [(declaration, constructor.node)], awaiting: tasks, blocksElsewhere: true),
      FixVerification(contexts).accepts(edits, own: context)
    else { return [] }
    return [
      Fix(
        title: "Create '\(type.name)' with an asynchronous factory method",
        actionKey: "Create with an asynchronous factory method", safety: .unsafe, isPreferred: false, edits: edits)
    ]
  }

  /// `new X(…)` as `X.CreateAsync(…)`.
  private func created(_ creations: [(context: RuleContext, node: SyntaxNode)]) -> [AsyncConversion.NewTask]? {
    var tasks: [AsyncConversion.NewTask] = []
    for (context, node) in creations {
      guard let list = node.childNodes.first(where: { $0.kind == .argumentList }),
        !node.childNodes.contains(where: { $0.kind.isInitializer }), context.tree.comments(inside: node) != nil
      else { return nil }
      let head = TextRange(start: node.range.start, end: list.range.start)
      tasks.append(
        AsyncConversion.NewTask(
          context: context, node: node, edits: [TextEdit(range: head, newText: type.name + ".CreateAsync")]))
    }
    return tasks
  }

  // MARK: Preconditions

  /// `services.AddSingleton<T>()`, `typeof(T)`.
  private static func isTypeArgumentOfCall(_ name: SyntaxNode) -> Bool {
    guard let parent = name.parent else { return false }
    if parent.kind == .typeOfExpression { return true }
    guard parent.kind == .typeArgumentList, let generic = parent.parent, generic.kind == .genericName else {
      return false
    }
    var callee = generic
    if let access = generic.parent, simpleName(of: access) == generic { callee = access }
    return callee.parent?.kind == .invocationExpression
  }

  private static func isWait(_ node: SyntaxNode, _ model: SemanticModel) -> Bool {
    guard let receiver = AwaitInsertion.receiver(ofWait: node) else { return false }
    return Awaitability(of: model.type(of: receiver).type).isTaskLike
      || (invokedName(of: node) == "GetResult" && invokedName(of: receiver) == "ConfigureAwait")
  }

  /// Whether nobody but written code creates the type.
  private static func isFree(_ type: Symbol, _ context: RuleContext) -> Bool {
    let bases = [
      "System.Attribute", "System.Exception", "Microsoft.AspNetCore.Mvc.ControllerBase", "System.Web.Mvc.Controller",
      "System.Web.Http.ApiController", "Microsoft.AspNetCore.Mvc.RazorPages.PageModel",
      "Microsoft.AspNetCore.SignalR.Hub", "Microsoft.Extensions.Hosting.IHostedService",
    ]
    if bases.contains(where: { type.type.isOrDerives(from: $0) }) || ContextTypes.derives(type.type) { return false }
    let attributes = [
      "System.SerializableAttribute", "System.Runtime.Serialization.DataContractAttribute",
      "Microsoft.AspNetCore.Mvc.ApiControllerAttribute", "Microsoft.AspNetCore.Mvc.ControllerAttribute",
    ]
    if attributes.contains(where: type.hasAttribute) { return false }
    return !type.members.contains { $0.kind == .method && TestCode.isTestMethod($0) }
  }

  /// Whether an expression reads nothing but parameters of the constructor and static members.
  private static func needsParametersOnly(_ expression: SyntaxNode, of symbol: Symbol, _ model: SemanticModel) -> Bool {
    var isPossible = true
    expression.walk { node in
      switch node.kind {
      case .thisExpression, .baseExpression, .declarationExpression: isPossible = false
      case .identifierName, .genericName:
        guard let parent = node.parent else { return true }
        if simpleName(of: parent) == node, parent != node { return true }
        if parent.kind == .nameColon || parent.kind == .nameEquals { return true }
        guard let named = model.symbol(of: node).symbol else {
          if !model.isTypeReference(node) { isPossible = false }
          return true
        }
        switch named.kind {
        case .parameter: if !symbol.parameters.contains(named) { isPossible = isInsideLambda(node, in: expression) }
        case .local: isPossible = isPossible && isInsideLambda(node, in: expression)
        case .field, .property, .event, .method: if !named.isStatic { isPossible = false }
        default: break
        }
      default: break
      }
      return isPossible
    }
    return isPossible
  }

  private static func isInsideLambda(_ node: SyntaxNode, in expression: SyntaxNode) -> Bool {
    node.ancestors.prefix { $0 != expression.parent }.contains { FunctionSyntax(declaredBy: $0) != nil }
  }

  /// After the member that takes the value, without its underscore.
  private static func name(for wait: SyntaxNode) -> String {
    let outer = wait.outermostEquivalent
    if let assignment = AssignmentExpressionSyntax(outer.parent), assignment.right == outer,
      let target = simpleName(of: assignment.left)
    {
      return camelCased(target.identifierText)
    }
    if let declarator = outer.parent?.parent, declarator.kind == .variableDeclarator { return "value" }
    return "value"
  }

  private static func camelCased(_ name: String) -> String {
    var text = Substring(name)
    while text.hasPrefix("_") { text.removeFirst() }
    guard let first = text.first else { return "value" }
    return first.lowercased() + text.dropFirst()
  }

  // MARK: Edits

  private func declarationEdits() -> [TextEdit]? {
    let node = constructor.node
    guard let list = ParameterListSyntax(node.childNodes.first { $0.kind == .parameterList }),
      let indentation = tree.indentation(before: node.range.start),
      list.parameters.allSatisfy({ ParameterSyntax($0)?.modifiers.isEmpty ?? false }),
      !list.parameters.contains(where: { ParameterSyntax($0)?.defaultValue != nil })
    else { return nil }
    var edits: [TextEdit] = []
    let access = node.tokenList(1).filter {
      [.publicKeyword, .internalKeyword, .protectedKeyword, .privateKeyword].contains($0.kind)
    }
    let original = access.map(\.text).joined(separator: " ")
    if let first = access.first, let last = access.last {
      edits.append(
        TextEdit(range: TextRange(start: first.range.start, end: last.range.end), newText: "private"))
    } else {
      edits.append(.insertion("private ", at: node.requiredToken(2).range.start))
    }
    let added = waits.map { "\($0.type) \($0.name)" }.joined(separator: ", ")
    edits.append(
      .insertion((list.parameters.isEmpty ? "" : ", ") + added, at: list.closeParenToken.range.start))
    for wait in waits {
      guard let replaced = Replacement(of: wait.node, by: wait.name, keeping: []).edits else { return nil }
      edits += replaced
    }
    edits.append(.insertion(factory(list, indentation, original), at: node.range.end))
    return edits
  }

  private func factory(_ list: ParameterListSyntax, _ indentation: String, _ access: String) -> String {
    let end = tree.lineEnd
    let inner = indentation + tree.indentationUnit
    let task = UsingDirectives(context: context).spelling(
      of: "Task", in: "System.Threading.Tasks", at: constructor.node
    ).text
    let parameters = list.parameters.map(\.text).joined(separator: ", ")
    let names = list.parameters.compactMap { ParameterSyntax($0)?.identifier.text } + waits.map(\.name)
    let modifier = access.isEmpty || access == "private" ? "internal" : access
    var lines = ["\(indentation)\(modifier) static async \(task)<\(type.name)> CreateAsync(\(parameters))"]
    lines.append(indentation + "{")
    for wait in waits {
      let configuration = AwaitConfiguration(context: context).suffix(
        at: constructor.node, awaiting: context.model.type(of: wait.awaited).type)
      let operand = wait.awaited.withoutParentheses
      let text =
        AwaitInsertion.needsParentheses(operand, isReceiver: !configuration.isEmpty)
        ? "(\(operand.text))" : operand.text
      lines.append("\(inner)var \(wait.name) = await \(text)\(configuration);")
    }
    lines.append("\(inner)return new \(type.name)(\(names.joined(separator: ", ")));")
    lines.append(indentation + "}")
    return end + end + lines.joined(separator: end)
  }
}

extension SyntaxKind {
  /// Whether nodes of the kind are `{ … }` behind an object creation.
  var isInitializer: Bool {
    switch self {
    case .objectInitializerExpression, .collectionInitializerExpression: true
    default: false
    }
  }
}
