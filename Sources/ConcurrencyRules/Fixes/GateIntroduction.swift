import CSharpSemantics
import CSharpSyntax

/// Puts a private gate in the place of what a type locks (T11): a new field, and all locks of the type on the old
/// expression.
struct GateIntroduction {
  private let context: RuleContext
  private let type: Symbol
  private let declaration: SyntaxNode
  private let key: LockedValue
  private let sites: [Site]
  private let isStatic: Bool
  /// The declaration of a local that nothing uses afterwards.
  private let obsolete: SyntaxNode?

  private struct Site {
    let target: LockTarget
    let model: SemanticModel
  }

  /// `nil` where a gate can't be a field of the type, or would not be what guards the old expression's users.
  init?(_ target: LockTarget, in context: RuleContext) {
    guard let declaration = context.typeDeclaration(around: target.node),
      let type = context.model.declaredSymbol(for: declaration), declaration.kind != .interfaceDeclaration,
      let key = LockedValue(target, in: type, context.model)
    else { return nil }
    self.context = context
    self.type = type
    self.declaration = declaration
    self.key = key
    var sites: [Site] = []
    if key.isOnlyHere {
      sites = [Site(target: target, model: context.model)]
    } else {
      for (part, model) in context.parts(of: type) {
        for candidate in LockTarget.all(in: part, model: model) where key.matches(candidate.core, model) {
          sites.append(Site(target: candidate, model: model))
        }
      }
    }
    self.sites = sites
    isStatic = key.isStatic || sites.contains { GateIntroduction.isInStaticMember($0.target.node) }
    // A field of its own would take part in a record's equality, and be copied with a struct.
    let hasInstanceFields = declaration.kind == .classDeclaration
    guard !sites.isEmpty, isStatic || hasInstanceFields else { return nil }
    guard !sites.contains(where: { GateIntroduction.isGenerated($0, context) }) else { return nil }
    obsolete = key.obsoleteDeclaration(target, in: context)
  }

  private static func isGenerated(_ site: Site, _ context: RuleContext) -> Bool {
    context.path(ofFile: site.model.file).map(GeneratedFileName.matches) ?? false
  }

  private static func isInStaticMember(_ node: SyntaxNode) -> Bool {
    guard let member = FunctionSyntax.owningMember(of: node) else { return false }
    switch member.kind {
    case .methodDeclaration, .propertyDeclaration, .constructorDeclaration, .eventDeclaration, .operatorDeclaration,
      .conversionOperatorDeclaration, .fieldDeclaration:
      return member.kind == .operatorDeclaration || member.kind == .conversionOperatorDeclaration
        || member.tokenList(1).contains(.staticKeyword)
    default: return false
    }
  }

  // MARK: The fix

  func fixes(isAlwaysUnsafe: Bool, isPreferred: Bool) -> [Fix] {
    guard let edits = edits() else { return [] }
    let isSafe = !isAlwaysUnsafe && !key.isLockedElsewhere(than: type, in: context)
    return [
      Fix(
        title: "Lock on a private gate", actionKey: "Lock on a private gate", safety: isSafe ? .safe : .unsafe,
        isPreferred: isPreferred && isSafe, edits: edits)
    ]
  }

  private func edits() -> [TextEdit]? {
    let name = GateName(type: type, isStatic: isStatic, context: context).free
    let (text, directive) = fieldText(name)
    guard let field = insertion(of: text) else { return nil }
    var edits = [field]
    if let directive { edits.append(directive) }
    for site in sites {
      let path = context.path(ofFile: site.model.file)
      guard let replaced = Replacement(of: site.target.expression, by: gate(name, for: site), keeping: []).edits else {
        return nil
      }
      edits += replaced.map { TextEdit(path: path, range: $0.range, newText: $0.newText) }
    }
    if let obsolete {
      guard let removal = StatementRemoval(obsolete) else { return nil }
      edits.append(removal.edit)
    }
    return edits.sorted { ($0.path ?? "", $0.range.start) < ($1.path ?? "", $1.range.start) }
  }

  /// The gate of the object whose field was locked.
  private func gate(_ name: String, for site: Site) -> String {
    let core = site.target.core
    guard !isStatic, core.kind == .simpleMemberAccessExpression, key.isMember else { return name }
    let receiver = core.requiredNode(0)
    switch receiver.withoutParentheses.kind {
    case .thisExpression, .baseExpression: return name
    default: return receiver.text + "." + name
    }
  }

  private func fieldText(_ name: String) -> (text: String, directive: TextEdit?) {
    let modifiers = isStatic ? "private static readonly " : "private readonly "
    let language = context.tree.options.languageVersion
    if language >= .csharp13, canBeLock {
      let spelling = UsingDirectives(context: context).spelling(
        of: "Lock", in: "System.Threading", at: anchor ?? declaration)
      return (modifiers + spelling.text + " " + name + " = new();", spelling.directive)
    }
    return (modifiers + "object " + name + (language >= .csharp9 ? " = new();" : " = new object();"), nil)
  }

  /// `System.Threading.Lock` knows no `Monitor`, and its scope can't be left by `yield`.
  private var canBeLock: Bool {
    guard context.model.context.type(named: "System.Threading.Lock") != nil else { return false }
    return sites.allSatisfy { site in
      guard site.target.method == nil else { return false }
      var yields = false
      site.target.node.walk { node in
        if node.kind == .yieldReturnStatement || node.kind == .yieldBreakStatement { yields = true }
        return !yields
      }
      return !yields
    }
  }

  // MARK: The field's place

  private var members: SyntaxNodeList {
    declaration.nodeList(RecordDeclarationSyntax.kinds.contains(declaration.kind) ? 10 : 9)
  }

  /// The first field of the part, else its first member.
  private var anchor: SyntaxNode? { members.first { $0.kind == .fieldDeclaration } ?? members.first }

  /// The field on a line of its own with a blank line behind; the comments above the anchor stay with it.
  private func insertion(of text: String) -> TextEdit? {
    guard let anchor else { return nil }
    let tree = context.tree
    let token = anchor.firstToken
    var place = token.range.start
    guard tree.indentation(before: place) != nil else {
      return TextEdit(range: TextRange(start: place, end: place), newText: text + " ")
    }
    for piece in token.leadingTrivia.reversed() {
      if piece.isDirective || piece.kind == .disabledTextTrivia {
        // Behind an `#if` the field would be there only sometimes.
        switch piece.kind {
        case .endIfDirectiveTrivia, .regionDirectiveTrivia, .endRegionDirectiveTrivia, .pragmaWarningDirectiveTrivia,
          .nullableDirectiveTrivia:
          break
        default: return nil
        }
        break
      }
      if piece.isComment { place = piece.range.start }
    }
    guard let indentation = tree.indentation(before: place) else { return nil }
    let start = ByteOffset(clamping: Int(place.value) - indentation.utf8.count)
    let end = tree.lineEnd
    return TextEdit(range: TextRange(start: start, end: start), newText: indentation + text + end + end)
  }
}

/// The name of a new gate, in the manner of the type's fields.
private struct GateName {
  let type: Symbol
  let isStatic: Bool
  let context: RuleContext

  var free: String {
    let base = base
    var words: Set<String> = []
    for reference in type.declaringSyntaxReferences {
      var token: SyntaxToken? = reference.node.firstToken
      let last = reference.node.lastToken
      while let current = token {
        if current.kind == .identifierToken { words.insert(current.text) }
        token = current == last ? nil : current.next
      }
    }
    var name = base
    var number = 0
    while words.contains(name) || !type.type.members(named: name).isEmpty {
      number += 1
      name = base + String(number)
    }
    return name
  }

  private var base: String {
    let fields = type.members.filter { $0.kind == .field && !$0.isImplicitlyDeclared && !$0.isConst }
    let alike = fields.filter { $0.isStatic == isStatic && $0.accessibility == .private }.map(\.name)
    if isStatic, alike.contains(where: { $0.hasPrefix("s_") }) { return "s_gate" }
    let names = alike.isEmpty ? fields.filter { $0.accessibility == .private }.map(\.name) : alike
    if names.isEmpty || names.contains(where: { $0.hasPrefix("_") }) { return "_gate" }
    if names.contains(where: { $0.hasPrefix("m_") }) { return "m_gate" }
    if names.allSatisfy({ $0.first?.isUppercase ?? false }) { return isStatic ? "Gate" : "_gate" }
    return names.allSatisfy { $0.first?.isLowercase ?? false } ? "gate" : "_gate"
  }
}
