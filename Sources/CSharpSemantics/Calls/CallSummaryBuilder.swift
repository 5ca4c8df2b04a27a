import CSharpSyntax

/// Makes the call summaries of files, one after the other, within one context.
package final class CallSummaryBuilder {
  let context: BindingContext
  let names: CallNames

  package init(context: BindingContext) {
    self.context = context
    names = CallNames(context: context)
  }

  /// - Parameter file: its index in the compilation.
  package func summary(of file: Int) -> FileCallSummary? {
    guard let model = context.semanticModel(file: file) else { return nil }
    return summary(model)
  }

  /// The summary of a model's file; binds all of it.
  package func summary(_ model: SemanticModel) -> FileCallSummary {
    var collector = CallCollector(model: model, names: names)
    collector.collect()
    return collector.summary
  }
}

/// Collects the calls of one file.
struct CallCollector {
  let model: SemanticModel
  let names: CallNames
  var summary = FileCallSummary()
  private var nameIndex: [String: Int32] = [:]
  /// Functions by the index of their body, then of their node, and by their symbol.
  private var functionByBody: [UInt32: Int32] = [:]
  var functionByNode: [UInt32: Int32] = [:]
  /// Bodies of query clauses that are kept as expression trees.
  private var skippedBodies: Set<UInt32> = []
  var functionBySymbol: [Symbol: Int32] = [:]

  init(model: SemanticModel, names: CallNames) {
    self.model = model
    self.names = names
  }

  mutating func index(_ name: String) -> Int32 {
    if let known = nameIndex[name] { return known }
    let index = Int32(truncatingIfNeeded: summary.names.count)
    summary.names.append(name)
    nameIndex[name] = index
    return index
  }

  mutating func collect() {
    let functions = evaluatedFunctions()
    for (index, function) in functions.enumerated() {
      let number = Int32(truncatingIfNeeded: index)
      if let body = function.body { functionByBody[body.index] = number }
      if function.kind != .queryClause, function.kind != .initializer { functionByNode[function.node.index] = number }
      if let symbol = symbol(of: function) { functionBySymbol[symbol.originalDefinition] = number }
    }
    for function in functions {
      let start = Int32(truncatingIfNeeded: summary.calls.count)
      let number = Int32(truncatingIfNeeded: summary.functions.count)
      walk(function, number)
      append(function, start..<Int32(truncatingIfNeeded: summary.calls.count))
    }
    collectImplementations()
  }

  /// All functions of the file but those in expression trees and in what is never evaluated (definition D33).
  private mutating func evaluatedFunctions() -> [FunctionSyntax] {
    var result: [FunctionSyntax] = []
    var skippedTo: UInt32 = 0
    for function in FunctionSyntax.all(in: model.tree) {
      if function.node.range.start.value < skippedTo { continue }
      if function.kind == .queryClause, isExpressionTree(clause: function.node) {
        if let body = function.body { skippedBodies.insert(body.index) }
        continue
      }
      if function.kind == .lambda, isExpressionTree(function.node) || isUnevaluated(function.node) {
        skippedTo = function.node.range.end.value
        continue
      }
      result.append(function)
    }
    return result
  }

  /// Whether what a clause hands to its method is kept as a tree.
  private func isExpressionTree(clause: SyntaxNode) -> Bool {
    guard let method = model.symbol(of: clause).symbol else { return false }
    return method.originalDefinition.parameters.contains {
      $0.type.qualifiedName == "System.Linq.Expressions.Expression"
    }
  }

  func isExpressionTree(_ lambda: SyntaxNode) -> Bool {
    guard let type = model.type(of: lambda).convertedType, type.kind != .delegate else { return false }
    return type.qualifiedName == "System.Linq.Expressions.Expression"
  }

  private func isUnevaluated(_ node: SyntaxNode) -> Bool {
    for ancestor in node.ancestors {
      switch ancestor.kind {
      case .attribute: return true
      case .invocationExpression: if isNameOf(ancestor) { return true }
      case .methodDeclaration, .block, .classDeclaration: return false
      default: continue
      }
    }
    return false
  }

  func isNameOf(_ call: SyntaxNode) -> Bool {
    let callee = call.requiredNode(0)
    return callee.kind == .identifierName && callee.requiredToken(0).text == "nameof"
      && model.symbol(of: callee).symbol == nil
  }

  private func symbol(of function: FunctionSyntax) -> Symbol? {
    switch function.kind {
    case .queryClause, .initializer: nil
    case .topLevelProgram: model.context.topLevelMain()
    default: model.declaredSymbol(for: function.node)
    }
  }

  // MARK: Functions

  private mutating func append(_ function: FunctionSyntax, _ calls: Range<Int32>) {
    var name: Int32 = -1
    var type: Int32 = -1
    var flags: CalledFunction.Flags = []
    var display = "\(function.kind)"
    if function.isAsync { flags.insert(.async) }
    if function.isStatic { flags.insert(.static) }
    switch function.kind {
    case .accessor:
      if let (owner, role) = accessorOwner(function) {
        name = index(names.name(of: owner, role))
        display = owner.minimalDisplayName
        if role == .get, isAwaitable(owner.type) { flags.insert(.returnsAwaitable) }
      }
    case .initializer:
      if let owner = initializedMember(function) {
        name = index(names.name(of: owner, .initializer))
        display = owner.minimalDisplayName
        if owner.isStatic { flags.insert(.static) }
        if let container = owner.containingType { type = index(names.name(of: container)) }
      }
    case .queryClause: break
    default:
      if let symbol = symbol(of: function) {
        if symbol.methodKind != .anonymousFunction {
          display = function.kind == .topLevelProgram ? "top-level program" : symbol.minimalDisplayName
        }
        if symbol.methodKind != .anonymousFunction, symbol.methodKind != .localFunction {
          name = index(names.name(of: symbol))
        }
        if isAwaitable(symbol.returnType) { flags.insert(.returnsAwaitable) }
        if function.kind == .constructor, let container = symbol.containingType {
          type = index(names.name(of: container))
          if function.node.optionalNode(4)?.kind == .thisConstructorInitializer { flags.insert(.chainsToThis) }
        }
      }
    }
    summary.functions.append(
      CalledFunction(
        kind: function.kind, name: name, type: type, outer: outer(of: function), node: function.node.index,
        body: function.body?.index ?? 0, range: function.node.range, flags: flags, calls: calls, displayName: display))
  }

  private func accessorOwner(_ function: FunctionSyntax) -> (Symbol, CallNames.Role)? {
    var declaration = function.node
    if declaration.kind != .propertyDeclaration, declaration.kind != .indexerDeclaration {
      guard let list = declaration.parent, let owner = list.kind == .accessorList ? list.parent : list else {
        return nil
      }
      declaration = owner
    }
    guard let owner = model.declaredSymbol(for: declaration) else { return nil }
    switch function.node.kind {
    case .setAccessorDeclaration, .initAccessorDeclaration: return (owner, .set)
    case .addAccessorDeclaration: return (owner, .add)
    case .removeAccessorDeclaration: return (owner, .remove)
    default: return (owner, .get)
    }
  }

  /// The field or property of an initializer; the type, for the arguments of its base call.
  private func initializedMember(_ function: FunctionSyntax) -> Symbol? {
    if function.node.kind != .primaryConstructorBaseType { return model.declaredSymbol(for: function.node) }
    for ancestor in function.node.ancestors where ancestor.kind != .baseList {
      return model.declaredSymbol(for: ancestor)
    }
    return nil
  }

  private func outer(of function: FunctionSyntax) -> Int32 {
    switch function.kind {
    case .lambda, .anonymousMethod, .localFunction, .queryClause: break
    default: return -1
    }
    return FunctionSyntax.nearest(to: function.node).flatMap { $0.body.flatMap { functionByBody[$0.index] } } ?? -1
  }

  func function(withBody body: SyntaxNode) -> Int32? { functionByBody[body.index] }

  /// Whether a value can be awaited, or is a stream: then a call that is not awaited is only a start.
  func isAwaitable(_ type: TypeSymbol) -> Bool {
    guard let definition = type.definition, type.kind != .typeParameter else { return false }
    if model.context.isTaskLike(definition) { return true }
    if type.isOrDerives(from: TaskMembers.task) { return true }
    let name = type.qualifiedName
    return name == "System.Collections.Generic.IAsyncEnumerable"
      || name == "System.Collections.Generic.IAsyncEnumerator"
      || name == "System.Runtime.CompilerServices.ConfiguredTaskAwaitable"
      || name == "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable"
  }

  // MARK: The nodes of one function

  private mutating func walk(_ function: FunctionSyntax, _ number: Int32) {
    guard let body = function.body else { return }
    if function.kind == .constructor {
      if let initializer = function.node.optionalNode(4) {
        visit(initializer, number)
      } else {
        addImplicitBaseConstructor(function)
      }
    }
    if function.kind == .topLevelProgram {
      for member in body.nodeList(3) where member.kind == .globalStatement { visit(member.requiredNode(2), number) }
      return
    }
    if function.node.kind == .primaryConstructorBaseType {
      let info = model.symbol(of: function.node)
      if let symbol = info.symbol { add(.constructor, constructor(symbol), at: function.node) }
    }
    visit(body, number)
  }

  private mutating func visit(_ root: SyntaxNode, _ function: Int32) {
    var stack = [root]
    while let node = stack.popLast() {
      // The children are seen in the order of the text.
      guard note(node) else { continue }
      let first = stack.count
      for child in node.childNodes
      where functionByBody[child.index] == nil && !skippedBodies.contains(child.index) {
        stack.append(child)
      }
      stack[first...].reverse()
    }
  }
}

extension BindingContext {
  /// The method of the top-level statements.
  func topLevelMain() -> Symbol? {
    for program in globalNamespace.namespaceDetails.types[names.name("Program")] ?? []
    where program.typeDetails.isProgram {
      if let main = members(of: program, named: names.name("<Main>$")).first { return main }
    }
    return nil
  }
}
