import CSharpSemantics
import CSharpSyntax

/// The asynchronous counterpart of a synchronous call (D22).
struct CounterpartCall {
  let method: Symbol
  /// For messages: `ReadAsync`, or `File.ReadAllTextAsync` where a type's name is the receiver.
  let displayName: String
  /// The call of the counterpart, without `await`.
  let text: String
}

/// Finds the asynchronous counterpart of a call.
struct CounterpartSearch {
  let context: RuleContext

  private var model: SemanticModel { context.model }

  func counterpart(of call: ForwardedCall) -> CounterpartCall? {
    let callee = call.isMethodGroup ? call.expression : call.expression.requiredNode(0)
    guard call.isMethodGroup || call.expression.kind == .invocationExpression,
      let method = model.symbol(of: call.expression).symbol, method.kind == .method,
      let name = simpleName(of: callee), !method.name.hasSuffix("Async"), !isConditional(method),
      !CounterpartExclusions.contains(method)
    else { return nil }
    let token = context.tokens.best(at: call.expression)
    var ranked: [(rank: Int, counterpart: CounterpartCall)] = []
    for candidate in candidates(for: method, named: method.name + "Async", callee: callee) {
      guard isSuitable(candidate, instead: method, call: call),
        let extra = extraParameters(of: candidate, beyond: method, token: token)
      else { continue }
      ranked.append(
        (
          rank(extra, hasToken: token != nil),
          make(candidate, call: call, name: name, token: extra == .token ? token : nil)
        ))
    }
    return ranked.enumerated().min { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }?.element.counterpart
  }

  // MARK: Candidates

  private func candidates(for method: Symbol, named name: String, callee: SyntaxNode) -> [Symbol] {
    var found: [Symbol] = []
    func add(_ symbols: [Symbol]) {
      for symbol in symbols where symbol.kind == .method && !found.contains(symbol) { found.append(symbol) }
    }
    if callee.kind == .simpleMemberAccessExpression {
      let receiver = callee.requiredNode(0)
      if let type = model.type(of: receiver).type, !type.isErrorType,
        model.symbol(of: receiver).symbol?.kind != .namedType
      {
        add(model.lookupMembers(of: type, named: name, at: callee))
      }
    } else {
      add(model.lookupSymbols(named: name, at: callee))
    }
    if let type = method.receiverType { add(type.members(named: name)) }
    if let type = method.containingType { add(type.members(named: name)) }
    return found
  }

  private func isSuitable(_ candidate: Symbol, instead method: Symbol, call: ForwardedCall) -> Bool {
    let isExtension = candidate.isExtensionMember && !method.isExtensionMember
    guard isExtension || candidate.isStatic == method.isStatic, candidate.arity == method.arity,
      model.isAccessible(candidate, at: call.expression), !isDiscouraged(candidate), !isConditional(candidate)
    else { return false }
    guard isTaskLike(candidate.returnType), agrees(candidate.returnType, with: method, call: call) else { return false }
    guard let member = FunctionSyntax.owningMember(of: call.expression),
      let owner = model.declaredSymbol(for: member)
    else { return true }
    if owner.originalDefinition == candidate.originalDefinition { return false }
    // `FooAsync` may call `Foo`.
    return !(owner.name == candidate.name && owner.containingType == candidate.containingType)
  }

  private func isTaskLike(_ type: TypeSymbol) -> Bool {
    switch Awaitability(of: type) {
    case .task(let name), .valueTask(let name): name == nil
    case .other, .none, .unknown: false
    }
  }

  /// The awaited value does where the call's value stood.
  private func agrees(_ type: TypeSymbol, with method: Symbol, call: ForwardedCall) -> Bool {
    if method.returnsVoid { return true }
    guard let result = type.typeArguments.first else { return false }
    return result.isIdentical(to: method.returnType)
  }

  private func isDiscouraged(_ symbol: Symbol) -> Bool {
    symbol.hasAttribute("System.ObsoleteAttribute")
      || symbol.hasAttribute("System.Diagnostics.CodeAnalysis.ExperimentalAttribute")
      || symbol.hasAttribute("System.ComponentModel.EditorBrowsableAttribute")
  }

  private func isConditional(_ symbol: Symbol) -> Bool {
    symbol.hasAttribute("System.Diagnostics.ConditionalAttribute")
  }

  // MARK: Parameters

  private enum Extra {
    case nothing
    case token
    case optional
  }

  /// What the candidate wants beyond the call's parameters: nothing, one token, or only optional ones.
  private func extraParameters(of candidate: Symbol, beyond method: Symbol, token: String?) -> Extra? {
    let own = parameters(of: candidate, whenCalledLike: method)
    let wanted = method.parameters
    guard own.count >= wanted.count else { return nil }
    for (mine, theirs) in zip(own, wanted) {
      guard mine.type.isIdentical(to: theirs.type), mine.refKind == theirs.refKind, mine.isParams == theirs.isParams
      else {
        return nil
      }
    }
    let extra = own[wanted.count...]
    if extra.isEmpty { return .nothing }
    if extra.count == 1, let last = extra.first, last.type.qualifiedName == TokenInScope.tokenType {
      if token != nil { return .token }
      return last.isOptional ? .optional : nil
    }
    return extra.allSatisfy(\.isOptional) ? .optional : nil
  }

  private func parameters(of candidate: Symbol, whenCalledLike method: Symbol) -> [Symbol] {
    let isReduced = candidate.isExtensionMember && !method.isExtensionMember
    return isReduced ? Array(candidate.parameters.dropFirst()) : candidate.parameters
  }

  private func rank(_ extra: Extra, hasToken: Bool) -> Int {
    switch extra {
    case .nothing: hasToken ? 1 : 0
    case .token: hasToken ? 0 : 1
    case .optional: 2
    }
  }

  private func make(_ candidate: Symbol, call: ForwardedCall, name: SyntaxNode, token: String?) -> CounterpartCall {
    let range = name.requiredToken(0).range
    let old = call.expression.text
    let offset = Int(range.start.value) - Int(call.expression.range.start.value)
    var bytes = Array((call.isMethodGroup ? old + "()" : old).utf8)
    if let token {
      let appended = TokenArgument.appending(token, to: call)
      bytes = Array(appended.utf8)
    }
    let place = offset..<offset + Int(range.length)
    if place.lowerBound >= 0, place.upperBound <= bytes.count {
      bytes.replaceSubrange(place, with: candidate.name.utf8)
    }
    let shown = call.displayName(model: model)
    let qualifier = shown.contains(".") ? String(shown.prefix { $0 != "." }) + "." : ""
    return CounterpartCall(
      method: candidate, displayName: qualifier + candidate.name, text: String(decoding: bytes, as: UTF8.self))
  }
}

/// Pairs that are no counterparts although their names say so (D32).
enum CounterpartExclusions {
  private static let wholeTypes: Set<String> = [
    "System.IO.MemoryStream", "System.IO.StringReader", "System.IO.StringWriter", "System.Xml.XmlReader",
    "System.Xml.XmlWriter", "System.Console", "Microsoft.Data.Sqlite.SqliteConnection",
    "Microsoft.Data.Sqlite.SqliteCommand", "Microsoft.Data.Sqlite.SqliteDataReader",
    "Microsoft.Data.Sqlite.SqliteTransaction",
  ]
  private static let members: [String: Set<String>] = [
    "Microsoft.EntityFrameworkCore.DbContext": ["Add", "AddRange"],
    "Microsoft.EntityFrameworkCore.DbSet": ["Add", "AddRange"],
    "Microsoft.EntityFrameworkCore.IDbContextFactory": ["CreateDbContext"],
    "FluentValidation.IValidator": ["Validate"],
    "MongoDB.Driver.IMongoCollectionExtensions": ["Find"],
    "System.Data.Common.DbDataReader": [
      "IsDBNull", "GetValue", "GetFieldValue", "GetBytes", "GetChars", "GetStream", "GetTextReader",
    ],
    "System.Threading.CancellationTokenSource": ["Cancel"],
  ]

  static func contains(_ method: Symbol) -> Bool {
    guard let type = method.containingType?.qualifiedName else { return false }
    if method.name == "Dispose" || method.name == "Close" { return true }
    return wholeTypes.contains(type) || members[type]?.contains(method.name) == true
  }
}
