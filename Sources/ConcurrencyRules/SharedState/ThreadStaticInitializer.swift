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
    switch value.kind {
    case .nullLiteralExpression, .defaultLiteralExpression: return true
    case .defaultExpression:
      guard let own = context.model.type(of: value).type, let wanted = context.model.type(of: value).convertedType
      else { return false }
      return own.isIdentical(to: wanted)
    default: break
    }
    // `int? x = 0` is not the same as no value.
    if let wanted = context.model.type(of: value).convertedType, wanted.specialType == .nullable { return false }
    switch context.model.constantValue(of: value) {
    case .null, .boolean(false), .integer(0), .unsigned(0), .double(0): return true
    default: return false
    }
  }

  // MARK: Static constructors

  private static func checkStaticConstructor(_ node: SyntaxNode, in context: RuleContext) {
    guard node.tokenList(1).contains(.staticKeyword), let function = FunctionSyntax(declaredBy: node),
      let type = context.model.declaredSymbol(for: node)?.containingType
    else { return }
    let fields = type.members.filter { $0.kind == .field && $0.isStatic && $0.isThreadStatic }
    guard !fields.isEmpty else { return }
    let names = Set(fields.map(\.name))
    function.walkOwn { candidate in
      guard AssignmentExpressionSyntax.kinds.contains(candidate.kind) else { return true }
      let target = candidate.requiredNode(0).withoutParentheses
      guard let name = simpleName(of: target)?.identifierText, names.contains(name),
        let symbol = context.model.symbol(of: target).symbol?.originalDefinition, fields.contains(symbol)
      else { return true }
      if candidate.kind == .simpleAssignmentExpression, isDefaultValue(candidate.requiredNode(2), in: context),
        !reportsDefaultValues(context)
      {
        return true
      }
      report(name, at: target.range, place: candidate, in: context) { [] }
      return true
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
