import CSharpSemantics
import CSharpSyntax

/// A cancellation token that code at a place can use (D24).
struct ScopedToken: Hashable {
  /// How sure it is that the token belongs to the work at the place; the lower one is the better one.
  enum Grade: Int, Comparable {
    /// A parameter of the function or of those around it, or a local.
    case strong
    /// A field, property or well-known carrier of a token.
    case medium
    /// One dot away from any variable.
    case weak

    static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
  }

  let grade: Grade
  /// The expression to write, in its shortest form: `token`, `_stopping`, `cts.Token`.
  let text: String
  /// The variable that the expression starts with.
  let symbol: Symbol
  /// Whether it is a parameter, or the token of the test framework: what test code passes on.
  let isForTests: Bool

  /// Where the variable is declared in this file, for related locations.
  func declaration(in model: SemanticModel) -> TextRange? {
    model.declaringNode(of: symbol).flatMap(\.declaredName)?.range
  }
}

/// Finds the cancellation tokens that can be used at a place (D24), best first.
///
/// What one type carries is found once: keep the engine for all places of a file (``RuleContext/tokens``).
final class TokenInScope {
  static let tokenType = "System.Threading.CancellationToken"
  static let sourceType = "System.Threading.CancellationTokenSource"

  private let model: SemanticModel
  private let carriers: TokenCarriers
  private var membersByType: [TypeSymbol: [Member]] = [:]
  private lazy var places = TokenPlaces(model: model)

  init(model: SemanticModel, settings: RuleSettings = RuleSettings()) {
    self.model = model
    carriers = TokenCarriers(settings: settings)
  }

  /// An expression for the best token of strong or medium grade; `nil` where there is none, or none is wanted.
  func best(at node: SyntaxNode) -> String? { bestToken(at: node)?.text }

  /// The best token of the given grades; `nil` where there is none, or none is wanted.
  func bestToken(at node: SyntaxNode, upTo grade: ScopedToken.Grade = .medium) -> ScopedToken? {
    guard isWanted(at: node) else { return nil }
    let scope = Scope(node, model: model)
    return strong(in: scope).first ?? (grade >= .medium ? medium(in: scope).first : nil)
      ?? (grade >= .weak ? weak(in: scope).first : nil)
  }

  /// All tokens of the given grades, best first, each expression once; nothing where none is wanted.
  func tokens(at node: SyntaxNode, upTo grade: ScopedToken.Grade = .medium) -> [ScopedToken] {
    guard isWanted(at: node) else { return [] }
    let scope = Scope(node, model: model)
    var found = strong(in: scope)
    if grade >= .medium { found += medium(in: scope) }
    if grade >= .weak { found += weak(in: scope) }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.text).inserted }
  }

  /// Whether work at a place should be cancellable at all: not in clean-up code.
  func isWanted(at node: SyntaxNode) -> Bool { !places.isUnwanted(at: node) }

  // MARK: Grades

  private func isToken(_ type: TypeSymbol) -> Bool { type.qualifiedName == TokenInScope.tokenType }

  private func strong(in scope: Scope) -> [ScopedToken] {
    var found: [ScopedToken] = []
    for symbol in scope.variables where symbol.kind == .parameter && isToken(symbol.type) {
      found.append(ScopedToken(grade: .strong, text: scope.text(symbol), symbol: symbol, isForTests: true))
    }
    for symbol in scope.variables
    where symbol.kind == .local && isToken(symbol.type) && !isNoToken(symbol) && !isCancelledBefore(scope.node, symbol)
    {
      found.append(ScopedToken(grade: .strong, text: scope.text(symbol), symbol: symbol, isForTests: false))
    }
    return found
  }

  private func medium(in scope: Scope) -> [ScopedToken] {
    var found: [ScopedToken] = []
    let members = scope.enclosingType.map { tokenMembers(of: $0) } ?? []
    let usable = members.filter { scope.canUse($0.symbol) }
    func add(_ symbol: Symbol, _ text: String, isForTests: Bool = false) {
      found.append(ScopedToken(grade: .medium, text: text, symbol: symbol, isForTests: isForTests))
    }
    for member in usable where member.form == .token { add(member.symbol, scope.text(member.symbol)) }
    for parameter in scope.primaryParameters where isToken(parameter.type) { add(parameter, scope.text(parameter)) }
    for symbol in scope.variables
    where isSource(symbol.type) && !mayBeNull(symbol) && !isCancelledBefore(scope.node, source: symbol) {
      add(symbol, scope.text(symbol) + ".Token")
    }
    for member in usable where member.form == .source && !isCancelledBefore(scope.node, source: member.symbol) {
      add(member.symbol, scope.text(member.symbol) + ".Token")
    }
    for symbol in scope.variables where symbol.kind == .parameter || carriers.suffix(of: symbol.type) != nil {
      guard !mayBeNull(symbol),
        let suffix = carriers.suffix(of: symbol.type) ?? onlyToken(of: symbol.type, at: scope.node)
      else {
        continue
      }
      add(symbol, scope.text(symbol) + suffix, isForTests: symbol.kind == .parameter)
    }
    for parameter in scope.primaryParameters {
      if let suffix = carriers.suffix(of: parameter.type) { add(parameter, scope.text(parameter) + suffix) }
    }
    for case (let member, .carrier(let suffix)) in usable.map({ ($0, $0.form) }) {
      add(
        member.symbol, scope.text(member.symbol) + suffix,
        isForTests: TokenCarriers.isTestFramework(member.symbol.type))
    }
    if let type = scope.enclosingType, let test = carriers.ambientToken(for: type, model: model) {
      add(test.symbol, test.text, isForTests: true)
    }
    for symbol in scope.variables {
      if let suffix = carriers.wrappedSuffix(of: symbol.type) {
        add(symbol, scope.text(symbol) + suffix, isForTests: symbol.kind == .parameter)
      }
    }
    for case (let member, .wrapped(let suffix)) in usable.map({ ($0, $0.form) }) {
      add(member.symbol, scope.text(member.symbol) + suffix)
    }
    return found
  }

  private func weak(in scope: Scope) -> [ScopedToken] {
    var found: [ScopedToken] = []
    func add(_ symbol: Symbol, _ text: String) {
      guard !TokenCarriers.isWrapper(symbol.type) else { return }
      for member in tokenMembers(of: symbol.type)
      where member.form == .token && !member.symbol.isStatic && model.isAccessible(member.symbol, at: scope.node)
        && !TokenCarriers.isExcluded(member.symbol)
      {
        found.append(
          ScopedToken(grade: .weak, text: text + "." + member.symbol.name, symbol: symbol, isForTests: false))
      }
    }
    for symbol in scope.variables where symbol.kind == .parameter || symbol.kind == .local {
      add(symbol, scope.text(symbol))
    }
    if let type = scope.enclosingType {
      var current: TypeSymbol? = type
      var depth = 0
      while let type = current, depth < 64 {
        for member in type.definition?.members ?? []
        where (member.kind == .field || member.kind == .property) && !member.isImplicitlyDeclared
          && member.parameters.isEmpty && scope.canUse(member)
        {
          add(member, scope.text(member))
        }
        current = type.baseType
        depth += 1
      }
    }
    return found
  }

  private func isSource(_ type: TypeSymbol) -> Bool { type.qualifiedName == TokenInScope.sourceType }

  // MARK: Members that carry tokens

  private struct Member: Hashable {
    enum Form: Hashable {
      case token
      case source
      case carrier(suffix: String)
      case wrapped(suffix: String)
    }

    let symbol: Symbol
    let form: Form
  }

  /// The fields and properties of a type and its bases that are or carry tokens, those of nearer types first.
  private func tokenMembers(of type: TypeSymbol) -> [Member] {
    if let known = membersByType[type] { return known }
    var found: [Member] = []
    var names: Set<String> = []
    var current: TypeSymbol? = type
    var depth = 0
    while let candidate = current, depth < 64 {
      // What stands on `object` carries nothing.
      if candidate.specialType == .object || candidate.specialType == .valueType { break }
      for member in candidate.definition?.members ?? [] {
        guard member.kind == .field || member.kind == .property,
          !member.isImplicitlyDeclared || member.kind == .property,
          !member.isIndexer, member.kind == .field || member.getter != nil, let form = form(of: member),
          names.insert(member.name).inserted
        else { continue }
        found.append(Member(symbol: member, form: form))
      }
      current = candidate.baseType
      depth += 1
    }
    membersByType[type] = found
    return found
  }

  private func form(of member: Symbol) -> Member.Form? {
    let type = member.type
    switch type.kind {
    case .class, .struct, .interface: break
    default: return nil
    }
    if isToken(type) { return TokenCarriers.isExcluded(member) || isNoToken(member) ? nil : .token }
    if isSource(type) { return isStable(member) && !mayBeNull(member) ? .source : nil }
    if mayBeNull(member) { return carriers.wrappedSuffix(of: type).map { .wrapped(suffix: $0) } }
    if let suffix = carriers.suffix(of: type) { return .carrier(suffix: suffix) }
    if let suffix = carriers.wrappedSuffix(of: type) { return .wrapped(suffix: suffix) }
    return nil
  }

  /// Whether a declaration says that there may be no value to ask for a token: `HttpContext? context`.
  private func mayBeNull(_ variable: Symbol) -> Bool {
    guard !variable.type.isValueType else { return false }
    let node = model.declaringNode(of: variable)
    let type = DeclaredType.syntax(of: variable) ?? node?.parent.flatMap { VariableDeclarationSyntax($0)?.type }
    return type?.kind == .nullableType || variable.kind == .parameter && variable.isOptional
  }

  /// Whether a member holds one source as long as the object lives: what is replaced may be missing or disposed.
  private func isStable(_ member: Symbol) -> Bool {
    member.kind == .field ? member.isReadOnly : member.setter == nil || member.isInitOnly
  }

  /// The only token that a parameter's type has, as `.Name`.
  private func onlyToken(of type: TypeSymbol, at node: SyntaxNode) -> String? {
    guard type.kind == .class || type.kind == .struct || type.kind == .interface, !TokenCarriers.isWrapper(type),
      !isToken(type), !isSource(type)
    else { return nil }
    var found: [Member] = tokenMembers(of: type)
    if type.kind == .interface {
      for interface in type.allInterfaces { found += tokenMembers(of: interface) }
    }
    let usable = found.filter {
      $0.form == .token && !$0.symbol.isStatic && model.isAccessible($0.symbol, at: node)
    }
    guard usable.count == 1, let member = usable.first else { return nil }
    return "." + member.symbol.name
  }

  // MARK: What is no token

  /// Whether a variable is a constant in disguise: written once, as `CancellationToken.None`, `default` or a token that is
  /// cancelled from the start.
  private func isNoToken(_ symbol: Symbol) -> Bool {
    guard let node = model.declaringNode(of: symbol) ?? symbol.declaringSyntaxReferences.first?.node else {
      return false
    }
    let value: SyntaxNode?
    switch node.kind {
    case .variableDeclarator: value = EqualsValueClauseSyntax(node.optionalNode(2))?.value
    case .propertyDeclaration:
      value =
        ArrowExpressionClauseSyntax(node.optionalNode(6))?.expression
        ?? EqualsValueClauseSyntax(node.optionalNode(7))?.value
    default: value = nil
    }
    guard let value = value?.withoutParentheses else { return false }
    switch value.kind {
    case .defaultLiteralExpression, .defaultExpression, .objectCreationExpression, .implicitObjectCreationExpression:
      return true
    case .simpleMemberAccessExpression:
      return value.requiredNode(2).text == "None" && simpleName(of: value.requiredNode(0))?.text == "CancellationToken"
    default: return false
    }
  }

  /// Whether `source.Cancel()` stands before a place in the same member, or, for a source that is a member itself, before a
  /// call of that member.
  private func isCancelledBefore(_ node: SyntaxNode, source: Symbol) -> Bool {
    guard let member = FunctionSyntax.owningMember(of: node) else { return false }
    if firstCancellation(of: source, in: member).map({ $0 <= node.range.start }) ?? false { return true }
    guard source.kind != .local, source.kind != .parameter, let name = MethodDeclarationSyntax(member)?.identifier.text,
      let type = member.parent
    else { return false }
    return type.childNodes.contains { other in
      guard other.kind == .methodDeclaration, other != member,
        let cancelled = firstCancellation(of: source, in: other)
      else { return false }
      var isCalled = false
      other.walk { candidate in
        if candidate.kind == .invocationExpression, candidate.range.start >= cancelled,
          invokedName(of: candidate) == name
        {
          isCalled = true
        }
        return !isCalled
      }
      return isCalled
    }
  }

  /// Whether the source that a local took its token from was cancelled before a place.
  private func isCancelledBefore(_ node: SyntaxNode, _ token: Symbol) -> Bool {
    guard let value = model.initialValue(ofLocal: token)?.withoutParentheses,
      value.kind == .simpleMemberAccessExpression, value.requiredNode(2).text == "Token",
      let source = model.symbol(of: value.requiredNode(0)).symbol, isSource(source.type)
    else { return false }
    return isCancelledBefore(node, source: source)
  }

  /// Where the first `source.Cancel()` of a member ends.
  private func firstCancellation(of source: Symbol, in member: SyntaxNode) -> ByteOffset? {
    var found: ByteOffset?
    member.walk { candidate in
      if found != nil { return false }
      guard candidate.kind == .invocationExpression else { return true }
      let callee = candidate.requiredNode(0)
      guard let name = simpleName(of: callee)?.identifierText, name == "Cancel" || name == "CancelAsync" else {
        return true
      }
      let receiver: SyntaxNode
      switch callee.kind {
      case .simpleMemberAccessExpression: receiver = callee.requiredNode(0)
      case .memberBindingExpression:
        guard let access = candidate.parent, access.kind == .conditionalAccessExpression else { return true }
        receiver = access.requiredNode(0)
      default: return true
      }
      if model.symbol(of: receiver).symbol?.originalDefinition == source { found = candidate.range.end }
      return found == nil
    }
    return found
  }
}
