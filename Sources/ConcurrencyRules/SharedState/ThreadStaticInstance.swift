import CSharpSemantics
import CSharpSyntax

/// AW702: `[ThreadStatic]` on an instance field.
package enum ThreadStaticInstance: ConcurrencyRule {
  package static let nodeKinds: [SyntaxKind] = [.attribute]

  package static func check(_ node: SyntaxNode, in context: RuleContext) {
    guard let place = ThreadStaticAttribute(node, model: context.model), !place.isStatic,
      let first = place.declarations.first
    else { return }
    let name = ThreadStaticAttribute.identifier(of: first).text
    let what = place.member.kind == .fieldDeclaration ? "field" : "property"
    context.report(
      descriptor, at: node.requiredNode(0).range, place: place.member,
      message: "[ThreadStatic] has no effect on the instance \(what) '\(name)'; it is shared by all threads.",
      related: place.declarations.map {
        let identifier = ThreadStaticAttribute.identifier(of: $0)
        return RelatedLocation(range: identifier.range, message: "'\(identifier.text)' belongs to each object.")
      },
      placeholders: [Placeholder("kind", what), Placeholder("name", name)]
    ) {
      fixes(place, name, in: context)
    }
  }

  private static func fixes(_ place: ThreadStaticAttribute, _ name: String, in context: RuleContext) -> [Fix] {
    var fixes: [Fix] = []
    if let removal = AttributeRemoval(place.attribute) {
      fixes.append(
        Fix(
          title: "Remove the attribute", actionKey: "Remove the attribute", safety: .safe, isPreferred: true,
          edits: [removal.edit]))
    }
    if let edits = staticEdits(place, in: context) {
      fixes.append(
        Fix(
          title: "Make '\(name)' static", actionKey: "Make static", safety: .unsafe, isPreferred: false, edits: edits))
    }
    if let conversion = ThreadLocalConversion(place, in: context) {
      fixes.append(
        Fix(
          title: "Use ThreadLocal<T>", actionKey: "Use ThreadLocal<T>", safety: .unsafe, isPreferred: false,
          edits: conversion.edits))
    }
    return fixes
  }

  /// Adds the modifier, and takes `this.` from all uses; `nil` if something goes through another object.
  private static func staticEdits(_ place: ThreadStaticAttribute, in context: RuleContext) -> [TextEdit]? {
    guard place.member.kind != .parameter, place.declarations.count == 1, let declaration = place.declarations.first,
      let symbol = context.model.declaredSymbol(for: declaration), !context.isExposed(symbol),
      !context.isContractMember(symbol), !symbol.isVirtual, !symbol.isAbstract, !symbol.isRequired
    else { return nil }
    let type = place.member.requiredNode(2)
    let typeNode = place.member.kind == .fieldDeclaration ? type.requiredNode(0) : type
    guard typeNode.kind != .refType else { return nil }
    let later = place.member.tokenList(1).first { !isAccessModifier($0.kind) }
    var edits = [TextEdit.insertion("static ", at: later?.range.start ?? typeNode.range.start)]
    for use in context.uses(of: symbol) {
      if let receiver = use.receiver {
        guard receiver.kind == .thisExpression else { return nil }
        let isHidden = use.model.lookupSymbols(named: symbol.name, at: use.name).first.map { $0 != symbol } ?? true
        let replacement = isHidden ? (symbol.containingType?.name ?? "") + "." : ""
        edits.append(
          TextEdit(
            path: context.path(ofFile: use.model.file),
            range: TextRange(start: use.expression.range.start, end: use.name.range.start), newText: replacement))
        continue
      }
      switch use.name.parent?.kind {
      case .memberBindingExpression, .nameColon, .expressionColon: return nil
      case .simpleAssignmentExpression where use.name.parent?.parent?.kind == .objectInitializerExpression: return nil
      default: break
      }
    }
    return edits.sorted { ($0.path ?? "", $0.range.start) < ($1.path ?? "", $1.range.start) }
  }

  private static func isAccessModifier(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .publicKeyword, .privateKeyword, .protectedKeyword, .internalKeyword, .newKeyword: true
    default: false
    }
  }
}
