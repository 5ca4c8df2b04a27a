import CSharpSemantics
import CSharpSyntax

/// AW701: a `[ThreadStatic]` field with an initializer.
package enum ThreadStaticInitializer: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.attribute, .constructorDeclaration]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    if node.kind == .constructorDeclaration {
      checkStaticConstructor(node, in: context)
      return
    }
    guard let place = ThreadStaticAttribute(node, model: context.model), place.isStatic else { return }
    for declaration in place.declarations {
      guard let clause = declaration.optionalNode(declaration.kind == .propertyDeclaration ? 7 : 2) else { continue }
      let isDefault = isDefaultValue(clause.requiredNode(1), in: context)
      if isDefault, !reportsDefaultValues(context) { continue }
      report(
        ThreadStaticAttribute.identifier(of: declaration).text, at: clause.range, place: clause, in: context
      ) { fixes(place, declaration, clause, isDefault: isDefault, in: context) }
    }
  }

  private static func report(
    _ name: String, at range: TextRange, place: SyntaxNode, in context: RuleContext, fixes: @escaping () -> [Fix]
  ) {
    context.report(
      descriptor, at: range, place: place,
      message: "The initializer of '\(name)' runs once, for the first thread; every other thread sees the default "
        + "value. Initialize on use.",
      placeholders: [Placeholder("field", name)], fixes: fixes)
  }

  private static func reportsDefaultValues(_ context: RuleContext) -> Bool {
    context.settings.flag("default_values", of: descriptor.id, default: false)
  }

  /// Whether a value is what a field without initializer holds.
  private static func isDefaultValue(_ value: SyntaxNode, in context: RuleContext) -> Bool {
    let value = value.withoutParentheses
    let wanted = context.model.type(of: value).convertedType
    switch value.kind {
    case .nullLiteralExpression, .defaultLiteralExpression: return true
    case .castExpression, .asExpression:
      if LockIdentity.withoutConversions(value).kind == .nullLiteralExpression { return true }
    case .defaultExpression:
      guard let own = context.model.type(of: value).type, let wanted else { return false }
      return own.isIdentical(to: wanted) || own.isReferenceType && wanted.isReferenceType
    case .objectCreationExpression, .implicitObjectCreationExpression:
      guard let wanted else { return false }
      return makesDefault(value, of: wanted, in: context)
    case .tupleExpression:
      return wanted?.kind == .tuple
        && value.nodeList(1).allSatisfy { isDefaultValue($0.requiredNode(2), in: context) }
    default: break
    }
    // `int? x = 0` is not the same as no value.
    if let wanted, wanted.specialType == .nullable { return false }
    switch context.model.constantValue(of: value) {
    case .null, .boolean(false), .integer(0), .unsigned(0), .double(0): return true
    case .decimal: return isZero(value)
    default: return namesDefault(value, in: context)
    }
  }

  /// `new T()` of a struct without a constructor of its own for that.
  private static func makesDefault(_ creation: SyntaxNode, of wanted: TypeSymbol, in context: RuleContext) -> Bool {
    let type = context.model.type(of: creation).type ?? wanted
    guard wanted.kind == .struct, type.isIdentical(to: wanted), !creation.childNodes.contains(where: isFilled) else {
      return false
    }
    return !type.members(named: ".ctor").contains {
      $0.parameters.isEmpty && !$0.isStatic && !$0.isImplicitlyDeclared && $0.containingType == type.definition
    }
  }

  private static func isFilled(_ part: SyntaxNode) -> Bool {
    switch part.kind {
    case .argumentList: !part.nodeList(1).isEmpty
    case .objectInitializerExpression, .collectionInitializerExpression: true
    default: false
    }
  }

  /// `0m`, `0.00m`.
  private static func isZero(_ literal: SyntaxNode) -> Bool {
    literal.kind == .numericLiteralExpression && literal.text.allSatisfy { "0._mM".contains($0) }
  }

  /// Members of the framework whose value is all zeros.
  private static let defaults: Set<String> = [
    "System.TimeSpan.Zero", "System.IntPtr.Zero", "System.UIntPtr.Zero", "System.Guid.Empty", "System.Decimal.Zero",
    "System.DateTime.MinValue", "System.DateTimeOffset.MinValue", "System.DateOnly.MinValue",
    "System.TimeOnly.MinValue", "System.Threading.CancellationToken.None", "System.Memory.Empty",
    "System.ReadOnlyMemory.Empty",
  ]

  private static func namesDefault(_ value: SyntaxNode, in context: RuleContext) -> Bool {
    guard value.kind == .simpleMemberAccessExpression || value.kind == .identifierName,
      let member = context.model.symbol(of: value).symbol, member.isStatic, let type = member.containingType
    else { return false }
    return defaults.contains(type.qualifiedName + "." + member.name)
  }

  // MARK: Static constructors

  private static func checkStaticConstructor(_ node: SyntaxNode, in context: RuleContext) {
    guard node.tokenList(1).contains(.staticKeyword), let function = FunctionSyntax(declaredBy: node),
      let type = context.model.declaredSymbol(for: node)?.containingType
    else { return }
    let variables = type.members.filter { isThreadStatic($0, in: context) }
    guard !variables.isEmpty else { return }
    let names = Set(variables.map(\.name))
    function.walkOwn { candidate in
      for (target, value) in writes(by: candidate) {
        guard let name = simpleName(of: target)?.identifierText, names.contains(name),
          let symbol = context.model.symbol(of: target).symbol?.originalDefinition, variables.contains(symbol)
        else { continue }
        if let value, isDefaultValue(value, in: context), !reportsDefaultValues(context) { continue }
        report(name, at: target.range, place: target, in: context) { [] }
      }
      return true
    }
  }

  /// Whether a static field, or the one behind a static property, belongs to each thread.
  private static func isThreadStatic(_ member: Symbol, in context: RuleContext) -> Bool {
    guard member.isStatic else { return false }
    switch member.kind {
    case .field: return member.isThreadStatic
    case .property:
      return member.declaringSyntaxReferences.contains { reference in
        reference.tree === context.tree && reference.node.kind == .propertyDeclaration
          && reference.node.nodeList(0).contains { list in
            list.nodeList(2).contains { ThreadStaticAttribute($0, model: context.model) != nil }
          }
      }
    default: return false
    }
  }

  /// The variables that an expression assigns, with the value where it is written by itself.
  private static func writes(by node: SyntaxNode) -> [(target: SyntaxNode, value: SyntaxNode?)] {
    switch node.kind {
    case .simpleAssignmentExpression:
      let target = node.requiredNode(0).withoutParentheses
      guard target.kind == .tupleExpression else { return [(target, node.requiredNode(2))] }
      let value = node.requiredNode(2).withoutParentheses
      let values = value.kind == .tupleExpression ? Array(value.nodeList(1)) : []
      return target.nodeList(1).enumerated().map { index, element in
        (
          element.requiredNode(2).withoutParentheses,
          values.indices.contains(index) ? values[index].requiredNode(2) : nil
        )
      }
    case .preIncrementExpression, .preDecrementExpression: return [(node.requiredNode(1).withoutParentheses, nil)]
    case .postIncrementExpression, .postDecrementExpression: return [(node.requiredNode(0).withoutParentheses, nil)]
    case .argument:
      guard node.optionalToken(1)?.kind == .outKeyword else { return [] }
      return [(node.requiredNode(2).withoutParentheses, nil)]
    default:
      guard AssignmentExpressionSyntax.kinds.contains(node.kind) else { return [] }
      return [(node.requiredNode(0).withoutParentheses, nil)]
    }
  }

  // MARK: Fixes

  private static func fixes(
    _ place: ThreadStaticAttribute, _ declaration: SyntaxNode, _ clause: SyntaxNode, isDefault: Bool,
    in context: RuleContext
  ) -> [Fix] {
    if isDefault {
      guard let removal = removal(of: clause, after: declaration) else { return [] }
      return [
        Fix(
          title: "Remove the initializer", actionKey: "Remove the initializer", safety: .safe, isPreferred: true,
          edits: removal)
      ]
    }
    var fixes: [Fix] = []
    if let edits = initializationOnUse(place, declaration, clause, in: context) {
      fixes.append(
        Fix(
          title: "Initialize on use", actionKey: "Initialize on use", safety: .unsafe, isPreferred: false,
          edits: edits))
    }
    if let conversion = ThreadLocalConversion(place, in: context) {
      fixes.append(
        Fix(
          title: "Use ThreadLocal<T>", actionKey: "Use ThreadLocal<T>", safety: .unsafe, isPreferred: false,
          edits: conversion.edits))
    }
    return fixes
  }

  /// The initializer with the blanks before it; that of a property with the semicolon that ends it.
  private static func removal(of clause: SyntaxNode, after declaration: SyntaxNode) -> [TextEdit]? {
    let tree = clause.tree
    guard tree.comments(inside: clause)?.isEmpty == true, let before = clause.firstToken.previous,
      tree.comments(in: before.trailingTrivia + clause.firstToken.leadingTrivia)?.isEmpty == true
    else { return nil }
    var end = clause.range.end
    if declaration.kind == .propertyDeclaration {
      guard let semicolon = declaration.optionalToken(8) else { return nil }
      end = semicolon.range.end
    }
    return [TextEdit(range: TextRange(start: before.range.end, end: end), newText: "")]
  }

  /// Takes the initializer away and puts `??=` with its value at each place that reads the field.
  private static func initializationOnUse(
    _ place: ThreadStaticAttribute, _ declaration: SyntaxNode, _ clause: SyntaxNode, in context: RuleContext
  ) -> [TextEdit]? {
    let value = clause.requiredNode(1)
    guard place.member.kind == .fieldDeclaration, place.declarations.count == 1,
      context.tree.options.languageVersion >= .csharp8, value.kind != .arrayInitializerExpression,
      let field = context.model.declaredSymbol(for: declaration), field.accessibility == .private,
      !field.isReadOnly, field.type.isReferenceType, var edits = removal(of: clause, after: declaration)
    else { return nil }
    let type = place.member.requiredNode(2).requiredNode(0)
    if type.kind != .nullableType, annotatesNull(context.tree) { edits.append(.insertion("?", at: type.range.end)) }
    for use in context.uses(of: field) {
      if use.isNameOf { continue }
      let expression = use.expression.outermostEquivalent
      guard let parent = expression.parent else { return nil }
      if AssignmentExpressionSyntax.kinds.contains(parent.kind), parent.requiredNode(0) == expression {
        // A plain write needs no value, and `??=` brings its own.
        if parent.kind == .simpleAssignmentExpression || parent.kind == .coalesceAssignmentExpression { continue }
        return nil
      }
      switch parent.kind {
      case .argument where parent.optionalToken(1) != nil, .refExpression: return nil
      default: break
      }
      let path = context.path(ofFile: use.model.file)
      let whole = use.expression.range
      let needsParentheses = !standsAlone(parent)
      edits.append(
        TextEdit(
          path: path, range: whole,
          newText: (needsParentheses ? "(" : "") + use.expression.text + " ??= " + value.text
            + (needsParentheses ? ")" : "")))
    }
    return edits.sorted { ($0.path ?? "", $0.range.start) < ($1.path ?? "", $1.range.start) }
  }

  /// Whether an assignment needs no parentheses below a node.
  private static func standsAlone(_ parent: SyntaxNode) -> Bool {
    switch parent.kind {
    case .parenthesizedExpression, .argument, .equalsValueClause, .arrowExpressionClause, .returnStatement,
      .yieldReturnStatement, .expressionElement, .simpleLambdaExpression, .parenthesizedLambdaExpression,
      .lockStatement, .forEachStatement, .usingStatement:
      true
    default: false
    }
  }

  /// Whether the file says of reference types that they may be null.
  private static func annotatesNull(_ tree: SyntaxTree) -> Bool {
    if tree.directives.contains(where: { $0.kind == .nullableDirectiveTrivia }) { return true }
    var isFound = false
    tree.root.walk { node in
      if node.kind == .nullableType { isFound = true }
      return !isFound
    }
    return isFound
  }
}
