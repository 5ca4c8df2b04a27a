import CSharpSemantics
import CSharpSyntax

/// A call without a token that could be given one.
struct CancellableCall {
  /// An invocation or object creation.
  let call: SyntaxNode
  /// What is called now.
  let method: Symbol
  /// What is called with the token: the same method, or an overload.
  let target: Symbol
  fileprivate let form: CancellableCallFinder.Form

  /// The edits that pass a token (T6).
  func edits(passing token: String) -> [TextEdit]? {
    TokenArgument.edits(
      passing: token, name: form.parameterName, at: form.index, to: call, wrapping: expandedArguments)
  }

  /// The arguments that `params` takes one by one now.
  private var expandedArguments: (start: Int, elementType: TypeSymbol)? {
    guard let start = form.paramsIndex, let list = call.childNodes.last(where: { $0.kind == .argumentList }),
      let parameter = method.parameters.last
    else { return nil }
    let type = parameter.type
    guard let elementType = type.elementType ?? type.typeArguments.first else { return nil }
    let arguments = Array(list.nodeList(1))
    if arguments.count == start + 1, let only = ArgumentSyntax(arguments[start]),
      form.model.type(of: only.expression).type.map({ form.model.isImplicitlyConvertible($0, to: type) }) ?? false
    {
      return nil
    }
    return (start, elementType)
  }
}

/// Finds calls that could be given a token, without asking yet which.
///
/// It is asked at every call of a file: what a method offers is found once.
final class CancellableCallFinder {
  private let model: SemanticModel
  private let allowsOptional: Bool
  private var formsByMethod: [Key: [Form]] = [:]

  init(context: RuleContext) {
    model = context.model
    allowsOptional =
      context.settings.flag("allow_optional", of: "AW401", default: false)
      || context.settings.peerValue("MA0032.allowOverloadsWithOptionalParameters")?.lowercased() == "true"
  }

  private struct Key: Hashable {
    let method: Symbol
    let receiver: TypeSymbol?
  }

  /// A way to pass a token.
  struct Form {
    let target: Symbol
    let parameterName: String
    /// Among the parameters that arguments are written for.
    let index: Int
    /// The parameter of the present method that takes arguments one by one.
    let paramsIndex: Int?
    /// No other overload can take the changed call, and its type stays: there is no need to bind it anew.
    let isCertain: Bool
    unowned let model: SemanticModel
  }

  /// The ways in which a call could take a token, if it has none yet; the best first. Rebinding decides (D23), except
  /// for those that are certain.
  func candidates(for call: SyntaxNode) -> [(call: CancellableCall, isCertain: Bool)] {
    let info = model.symbol(of: call)
    guard let method = info.symbol, method.kind == .method else { return [] }
    let isReduced = info.isReducedExtension && method.parameters.first?.isThis ?? false
    let key = Key(method: method.originalDefinition, receiver: receiverType(of: call))
    let forms = formsByMethod[key] ?? makeForms(method, isReduced: isReduced, call: call, key: key)
    guard !forms.isEmpty, !hasToken(call, method: method, isReduced: isReduced) else { return [] }
    return forms.map { form in
      (CancellableCall(call: call, method: method, target: form.target, form: form), form.isCertain)
    }
  }

  private func receiverType(of call: SyntaxNode) -> TypeSymbol? {
    guard call.kind == .invocationExpression else { return nil }
    let callee = call.requiredNode(0)
    guard callee.kind == .simpleMemberAccessExpression else { return nil }
    return model.type(of: callee.requiredNode(0)).type
  }

  /// Whether an argument is written for a token parameter, or is a token.
  private func hasToken(_ call: SyntaxNode, method: Symbol, isReduced: Bool) -> Bool {
    guard let list = call.childNodes.last(where: { $0.kind == .argumentList }) else { return false }
    let parameters = written(method, isReduced: isReduced)
    for (index, argument) in list.nodeList(1).enumerated() {
      guard let argument = ArgumentSyntax(argument) else { continue }
      if let name = argument.nameColon?.requiredNode(0).identifierText {
        if parameters.contains(where: { $0.name == name && isTokenOrOption($0.type) }) { return true }
      } else if index < parameters.count, isTokenOrOption(parameters[index].type) {
        return true
      }
      if let type = model.type(of: argument.expression).type, isTokenOrOption(type) { return true }
    }
    return false
  }

  private func written(_ method: Symbol, isReduced: Bool) -> [Symbol] {
    isReduced ? Array(method.parameters.dropFirst()) : method.parameters
  }

  /// The places of a method's tokens: of those that are one whatever its type parameters stand for. A list of tokens is
  /// given them to keep.
  private func tokenParameters(of method: Symbol, isReduced: Bool) -> [Int] {
    written(method.originalDefinition, isReduced: isReduced).enumerated()
      .filter { isTokenOrOption($0.element.type) }.map(\.offset)
  }

  private func isToken(_ type: TypeSymbol) -> Bool { type.qualifiedName == TokenInScope.tokenType }

  private func isTokenOrOption(_ type: TypeSymbol) -> Bool {
    isToken(type) || type.nullableUnderlyingType.map(isToken) ?? false
  }

  // MARK: Forms

  private func makeForms(_ method: Symbol, isReduced: Bool, call: SyntaxNode, key: Key) -> [Form] {
    let forms = findForms(method, isReduced: isReduced, call: call)
    formsByMethod[key] = forms
    return forms
  }

  private func findForms(_ method: Symbol, isReduced: Bool, call: SyntaxNode) -> [Form] {
    guard let name = CancellableCallFinder.name(of: call) else { return [] }
    let parameters = written(method, isReduced: isReduced)
    let tokens = tokenParameters(of: method, isReduced: isReduced)
    if !tokens.isEmpty {
      // One that is left out; two tokens of one method say different things.
      guard tokens.count == 1, let index = tokens.first, parameters[index].isOptional else { return [] }
      let others = overloads(of: method, named: name, call: call)
      return [
        Form(
          target: method, parameterName: parameters[index].name, index: index, paramsIndex: nil,
          isCertain: !hasRival(method, at: index, among: others), model: model)
      ]
    }
    if let last = parameters.last, last.isParams, let element = last.type.elementType ?? last.type.typeArguments.first,
      isToken(element)
    {
      return [
        Form(
          target: method, parameterName: last.name, index: parameters.count - 1, paramsIndex: nil, isCertain: false,
          model: model)
      ]
    }
    let all = overloads(of: method, named: name, call: call)
    var forms: [Form] = []
    for candidate in all where candidate.originalDefinition != method.originalDefinition {
      guard let form = form(candidate, insteadOf: method, isReduced: isReduced, all: all, call: call) else {
        continue
      }
      forms.append(form)
    }
    return forms
  }

  /// The name by which overloads are found; that of constructors in metadata.
  private static func name(of call: SyntaxNode) -> String? {
    call.kind == .invocationExpression ? invokedName(of: call) : ".ctor"
  }

  private func overloads(of method: Symbol, named name: String, call: SyntaxNode) -> [Symbol] {
    if method.isConstructor {
      guard let type = model.type(of: call).type else { return [] }
      return type.members(named: ".ctor").filter { $0.containingType == type.definition && !$0.isStatic }
    }
    let callee = call.requiredNode(0)
    var found: [Symbol] = []
    switch callee.kind {
    case .simpleMemberAccessExpression:
      let receiver = callee.requiredNode(0)
      guard let type = model.type(of: receiver).type, !type.isErrorType else { return [] }
      if model.isTypeReference(receiver) {
        found = type.members(named: name)
      } else {
        found = model.lookupMembers(of: type, named: name, at: callee)
      }
    case .memberBindingExpression:
      if let type = method.isExtensionMember ? method.parameters.first?.type : method.receiverType, !type.isErrorType {
        found = model.lookupMembers(of: type, named: name, at: callee)
      }
    default: found = model.lookupSymbols(named: name, at: callee)
    }
    return found.filter { $0.kind == .method }
  }

  private func form(
    _ candidate: Symbol, insteadOf method: Symbol, isReduced: Bool, all: [Symbol], call: SyntaxNode
  ) -> Form? {
    let isCandidateReduced = candidate.parameters.first?.isThis ?? false && (isReduced || !method.isExtensionMember)
    guard candidate.arity == method.arity, candidate.accessibility >= method.accessibility,
      isCandidateReduced || candidate.isStatic == method.isStatic || isReduced
    else { return nil }
    let own = written(candidate, isReduced: isCandidateReduced)
    let theirs = written(method, isReduced: isReduced)
    guard let index = tokenParameters(of: candidate, isReduced: isCandidateReduced).first, !own[index].isParams,
      own[index].refKind == .none
    else { return nil }
    var rest = own
    rest.remove(at: index)
    guard rest.count == theirs.count || allowsOptional && rest.count > theirs.count,
      rest.dropFirst(theirs.count).allSatisfy(\.isOptional),
      zip(rest, theirs).allSatisfy({ $0.refKind == $1.refKind && hasSameShape($0.type, $1.type) }),
      model.isAccessible(candidate, at: call), !candidate.isDiscouraged
    else { return nil }
    let paramsIndex = theirs.last?.isParams ?? false ? theirs.count - 1 : nil
    let isCertain =
      paramsIndex == nil && candidate.containingType == method.containingType
      && hasSameShape(
        candidate.originalDefinition.returnType, method.originalDefinition.returnType, isStrict: true)
      && !hasRival(candidate, at: index, among: all)
    return Form(
      target: candidate, parameterName: own[index].name, index: index, paramsIndex: paramsIndex, isCertain: isCertain,
      model: model)
  }

  /// Whether another overload might be what the call with the token means. One that has the token at the same place and
  /// can be called without it, or has a twin without it, was not chosen then and is not chosen now.
  private func hasRival(_ target: Symbol, at index: Int, among all: [Symbol]) -> Bool {
    all.contains { other in
      guard other.originalDefinition != target.originalDefinition else { return false }
      let own = written(other, isReduced: other.parameters.first?.isThis ?? false)
      guard let parameter = index < own.count ? own[index] : own.last, index < own.count || parameter.isParams else {
        return false
      }
      if isTokenOrOption(parameter.type), !parameter.isParams {
        return !parameter.isOptional && !hasTwin(other, without: index, among: all)
      }
      return parameter.isParams || parameter.type.specialType == .object || parameter.type.kind == .typeParameter
        || parameter.type.kind == .dynamic
    }
  }

  /// Whether there is an overload with the same parameters but one.
  private func hasTwin(_ method: Symbol, without index: Int, among all: [Symbol]) -> Bool {
    var rest = written(method.originalDefinition, isReduced: method.parameters.first?.isThis ?? false)
    guard index < rest.count else { return false }
    rest.remove(at: index)
    return all.contains { other in
      let own = written(other.originalDefinition, isReduced: other.parameters.first?.isThis ?? false)
      return own.count == rest.count && other.containingType == method.containingType && other.arity == method.arity
        && zip(own, rest).allSatisfy { $0.refKind == $1.refKind && hasSameShape($0.type, $1.type, isStrict: true) }
    }
  }

  /// Whether types are the same but for type parameters of methods, which are compared by their place.
  ///
  /// - Parameter isStrict: type parameters stand for themselves only; else one may be constructed already, and
  ///   rebinding decides.
  private func hasSameShape(_ a: TypeSymbol, _ b: TypeSymbol, isStrict: Bool = false, depth: Int = 0) -> Bool {
    if a.isIdentical(to: b) { return true }
    guard depth < 16 else { return false }
    if a.kind == .typeParameter || b.kind == .typeParameter {
      guard isStrict else { return true }
      guard let first = a.definition, let second = b.definition, a.kind == b.kind else { return false }
      return first.containingSymbol?.kind == .method && second.containingSymbol?.kind == .method
        && first.ordinal == second.ordinal
    }
    guard a.kind == b.kind else { return false }
    if let first = a.elementType, let second = b.elementType {
      return a.rank == b.rank && hasSameShape(first, second, isStrict: isStrict, depth: depth + 1)
    }
    guard let first = a.definition, first == b.definition else { return false }
    let (own, theirs) = (a.typeArguments, b.typeArguments)
    return own.count == theirs.count
      && zip(own, theirs).allSatisfy { hasSameShape($0, $1, isStrict: isStrict, depth: depth + 1) }
  }
}
