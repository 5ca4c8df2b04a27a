import CSharpSemantics
import CSharpSyntax

/// Makes a private field a `ThreadLocal<T>`: each thread gets a value of its own, made on first use.
struct ThreadLocalConversion {
  let edits: [TextEdit]

  /// `nil` where the field's uses can't all go through `Value`.
  init?(_ place: ThreadStaticAttribute, in context: RuleContext) {
    guard place.member.kind == .fieldDeclaration, let declarator = place.declarations.first,
      place.declarations.count == 1, let field = context.model.declaredSymbol(for: declarator),
      field.accessibility == .private, !field.isVolatile, field.refKind == .none, !field.type.isErrorType,
      let type = field.containingType, type.type.kind != .interface, field.isStatic || type.type.kind == .class,
      let removal = AttributeRemoval(place.attribute)
    else { return nil }
    let written = place.member.requiredNode(2).requiredNode(0)
    let spelling = UsingDirectives(context: context).spelling(
      of: "ThreadLocal", arity: 1, in: "System.Threading", at: place.member)
    let newType = "\(spelling.text)<\(written.text)>"
    let isNewShort = context.tree.options.languageVersion >= .csharp9
    let creation = isNewShort ? "new" : "new \(newType)"
    var edits = [removal.edit]
    if let directive = spelling.directive { edits.append(directive) }
    let isReadOnly = place.member.tokenList(1).contains(.readOnlyKeyword)
    edits.append(TextEdit(range: written.range, newText: (isReadOnly ? "" : "readonly ") + newType))
    if let clause = declarator.optionalNode(2) {
      let value = clause.requiredNode(1)
      guard value.kind != .arrayInitializerExpression else { return nil }
      edits.append(.insertion("\(creation)(() => ", at: value.range.start))
      edits.append(.insertion(")", at: value.range.end))
    } else {
      edits.append(.insertion(" = \(creation)()", at: declarator.range.end))
    }
    for use in context.uses(of: field) {
      if use.isNameOf { continue }
      guard ThreadLocalConversion.canGoThroughProperty(use, field) else { return nil }
      edits.append(
        TextEdit(
          path: context.path(ofFile: use.model.file),
          range: TextRange(start: use.expression.range.end, end: use.expression.range.end), newText: ".Value"))
    }
    self.edits = edits.sorted { ($0.path ?? "", $0.range.start) < ($1.path ?? "", $1.range.start) }
  }

  /// A property is no variable: it can't be passed by reference, nor can a part of its value be written.
  private static func canGoThroughProperty(_ use: SymbolUse, _ field: Symbol) -> Bool {
    let expression = use.expression.outermostEquivalent
    guard let parent = expression.parent else { return false }
    switch parent.kind {
    case .argument:
      let keyword = parent.optionalToken(1)?.kind
      return keyword == nil || keyword == .inKeyword
    case .refExpression, .addressOfExpression, .nameColon, .subpattern, .expressionColon: return false
    case .simpleAssignmentExpression:
      return parent.parent?.kind != .objectInitializerExpression
    case .simpleMemberAccessExpression:
      return !field.type.isValueType || isPlainValue(field.type)
    default: return true
    }
  }

  private static func isPlainValue(_ type: TypeSymbol) -> Bool {
    switch type.specialType {
    case .none: type.kind == .enum
    default: true
    }
  }
}
