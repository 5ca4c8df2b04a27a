import CSharpSemantics
import CSharpSyntax

/// The asynchronous counterpart of a synchronous call, or the other way round (D22).
struct CounterpartCall {
  let method: Symbol
  /// For messages: `ReadAsync`, or `File.ReadAllTextAsync` where a type's name is the receiver.
  let displayName: String
  /// What turns the call into one of the counterpart, inside the call; no `await`. Ascending.
  let edits: [TextEdit]
  /// The call of the counterpart, without `await`.
  let text: String
  /// What the call's value would be, awaited where the counterpart returns a task.
  let resultType: TypeSymbol?
  /// A namespace that has to be imported for it.
  let importedNamespace: String?
}

/// Finds counterparts of calls. What it proposes binds: the call is resolved with the other name, and the results are
/// compared.
final class CounterpartSearch {
  private unowned let context: RuleContext
  private let exclusions: MemberTable
  private var found: [SyntaxNode: CounterpartCall?] = [:]
  private lazy var tokenType = context.model.context.type(named: TokenInScope.tokenType)

  init(context: RuleContext) {
    self.context = context
    var exclusions = CounterpartExclusions.builtIn(context.settings)
    exclusions.add(context.settings.list("counterpart_exclusions") ?? [])
    self.exclusions = exclusions
  }

  private var model: SemanticModel { context.model }
  private lazy var annotations = BlockingCallAnnotations(context: context)

  // MARK: Asking

  /// The asynchronous counterpart of the only call in a delegate.
  func counterpart(of call: ForwardedCall) -> CounterpartCall? {
    guard call.isMethodGroup || call.expression.kind == .invocationExpression else { return nil }
    if let known = found[call.expression] { return known }
    let result = search(Request(call, model: model))
    found[call.expression] = result
    return result
  }

  /// The asynchronous counterpart of an invocation.
  func counterpart(ofInvocation invocation: SyntaxNode) -> CounterpartCall? {
    guard invocation.kind == .invocationExpression else { return nil }
    if let known = found[invocation] { return known }
    let result = search(Request(invocation: invocation, model: model))
    found[invocation] = result
    return result
  }

  /// The synchronous method that does what an asynchronous call does; a token that it can't take is left out.
  func synchronousCounterpart(ofInvocation invocation: SyntaxNode, wants result: TypeSymbol?) -> CounterpartCall? {
    guard invocation.kind == .invocationExpression, let request = Request(invocation: invocation, model: model),
      let name = CounterpartPairs.synchronousName(of: request.method)
    else { return nil }
    return searchBack(request, named: name, result: result)
  }

  /// A call that a counterpart is wanted for.
  private struct Request {
    /// The invocation, or a method group that is called without arguments.
    let call: SyntaxNode
    let callee: SyntaxNode
    let name: SyntaxNode
    let arguments: SyntaxNode?
    let method: Symbol
    let isUsed: Bool

    var hasNamedArguments: Bool {
      ArgumentListSyntax(arguments)?.arguments.contains { ArgumentSyntax($0)?.nameColon != nil } ?? false
    }

    init?(_ call: ForwardedCall, model: SemanticModel) {
      if call.isMethodGroup {
        self.init(call: call.expression, callee: call.expression, arguments: nil, isUsed: nil, model: model)
      } else {
        self.init(invocation: call.expression, model: model)
      }
    }

    init?(invocation: SyntaxNode, model: SemanticModel) {
      self.init(
        call: invocation, callee: invocation.requiredNode(0), arguments: invocation.requiredNode(1), isUsed: nil,
        model: model)
    }

    private init?(
      call: SyntaxNode, callee: SyntaxNode, arguments: SyntaxNode?, isUsed: Bool?, model: SemanticModel
    ) {
      guard let name = simpleName(of: callee), callee.kind != .aliasQualifiedName,
        let method = model.symbol(of: call).symbol, method.kind == .method, method.methodKind != .delegateInvoke
      else { return nil }
      self.call = call
      self.callee = callee
      self.name = name
      self.arguments = arguments
      self.method = method
      self.isUsed = isUsed ?? !(arguments != nil && Request.isDropped(call, model: model))
    }

    private static func isDropped(_ call: SyntaxNode, model: SemanticModel) -> Bool {
      switch TaskFates(model: model).fate(of: call.outermostEquivalent) {
      case .dropped, .discarded: true
      default: false
      }
    }
  }

  // MARK: Searching

  private func search(_ request: Request?) -> CounterpartCall? {
    guard let request, !isAwaitable(request.method.returnType), let found = candidate(request) else { return nil }
    // Most calls have no counterpart: what it takes to exclude one is asked for last.
    return areArgumentsKnown(request) && !isExcluded(request) ? found : nil
  }

  private func candidate(_ request: Request) -> CounterpartCall? {
    if let name = CounterpartPairs.counterpartName(of: request.method) {
      if let best = best(request, named: name) { return best }
      if let best = entityFrameworkCounterpart(request, named: name) { return best }
    }
    // An overload of the same name that takes a token and can be awaited.
    guard hasAwaitableOverload(request.method), let token = token(at: request),
      let (resolution, place) = resolveWithToken(request, named: request.method.name),
      resolution.method.originalDefinition != request.method.originalDefinition
    else { return nil }
    return accept(resolution, request, token: Token(text: token, place: place))
  }

  /// A token to pass.
  private struct Token {
    let text: String
    let place: TokenPlace
  }

  private enum TokenPlace {
    case behind
    /// Where its position does not fit.
    case named(String)
    /// Before the argument of that index.
    case before(Int)
  }

  private func hasAwaitableOverload(_ method: Symbol) -> Bool {
    guard context.settings.flag("same_name", of: "AW204", default: true), let type = method.receiverType else {
      return false
    }
    return type.members(named: method.name).contains {
      $0.kind == .method && $0.originalDefinition != method.originalDefinition && isTaskLike($0.returnType)
    }
  }

  /// The best method of a name: with a token in scope one that takes it, else one with the same parameters.
  private func best(_ request: Request, named name: String) -> CounterpartCall? {
    guard let plain = firstResolution(request, named: name) else { return nil }
    if let token = token(at: request), let (resolution, place) = resolveWithToken(request, named: name),
      let accepted = accept(resolution, request, token: Token(text: token, place: place))
    {
      return accepted
    }
    guard case .found(let resolution) = plain else { return nil }
    return accept(resolution, request, token: nil)
  }

  private enum FirstResolution {
    case found(CallResolution)
    /// Methods of that name take other arguments.
    case mismatched
  }

  /// The call without a token; `nil` if there is no method of that name at all.
  private func firstResolution(_ request: Request, named name: String) -> FirstResolution? {
    guard model.mayCall(request.callee, named: name) else { return nil }
    return resolve(request, named: name).map { .found($0) } ?? .mismatched
  }

  private func resolve(_ request: Request, named name: String, extensions: Symbol? = nil) -> CallResolution? {
    // Named arguments whose parameters are called otherwise in the counterpart are renamed.
    for renaming in [[:]] + renamings(request, named: name) {
      if let found = model.resolveCall(
        of: request.callee, arguments: request.arguments, named: name, renaming: renaming, extensions: extensions)
      {
        return found
      }
    }
    return nil
  }

  /// The call with a token behind its arguments: by position where that fits, else by name; else before those of them
  /// that stand behind the token in the counterpart, as in front of an expanded `params` list.
  private func resolveWithToken(
    _ request: Request, named name: String, extensions: Symbol? = nil
  ) -> (resolution: CallResolution, place: TokenPlace)? {
    guard let tokenType else { return nil }
    let hasNames = request.hasNamedArguments
    let names: [String?] = (hasNames ? [] : [nil]) + tokenParameters(request, named: name, extensions: extensions)
    for parameterName in names {
      for renaming in [[:]] + renamings(request, named: name) {
        if let found = model.resolveCall(
          of: request.callee, arguments: request.arguments, named: name, passing: [tokenType],
          parameterName: parameterName, renaming: renaming, extensions: extensions),
          found.parameters.last?.type.qualifiedName == TokenInScope.tokenType
        {
          return (found, parameterName.map { TokenPlace.named($0) } ?? .behind)
        }
      }
    }
    guard !hasNames, let list = ArgumentListSyntax(request.arguments) else { return nil }
    for position in tokenPositions(request, named: name, extensions: extensions) where position < list.arguments.count {
      if let found = model.resolveCall(
        of: request.callee, arguments: request.arguments, named: name, passing: [tokenType], at: position,
        extensions: extensions),
        found.parameters.indices.contains(position),
        found.parameters[position].type.qualifiedName == TokenInScope.tokenType
      {
        return (found, .before(position))
      }
    }
    return nil
  }

  /// Where the methods of a name have their token.
  private func tokenPositions(_ request: Request, named name: String, extensions: Symbol?) -> [Int] {
    var positions: Set<Int> = []
    for method in candidates(request, named: name, extensions: extensions) {
      let own = method.parameters.filter { !$0.isThis }
      if let index = own.firstIndex(where: { $0.type.qualifiedName == TokenInScope.tokenType }) {
        positions.insert(index)
      }
    }
    return positions.sorted()
  }

  private func candidates(_ request: Request, named name: String, extensions: Symbol?) -> [Symbol] {
    var methods = request.method.receiverType?.members(named: name) ?? []
    if let type = request.callee.receiver.flatMap({ model.type(of: $0).type }) { methods += type.members(named: name) }
    if let extensions { methods += extensions.members(named: name) }
    return methods.filter { $0.kind == .method }
  }

  /// What the methods of a name call their token.
  private func tokenParameters(_ request: Request, named name: String, extensions: Symbol?) -> [String] {
    var names: [String] = []
    for method in candidates(request, named: name, extensions: extensions) {
      for parameter in method.parameters
      where parameter.type.qualifiedName == TokenInScope.tokenType && !names.contains(parameter.name) {
        names.append(parameter.name)
      }
    }
    return Array(names.prefix(4))
  }

  /// How the arguments that are written by name would have to be called for each method of a name.
  private func renamings(_ request: Request, named name: String) -> [[String: String]] {
    guard let list = ArgumentListSyntax(request.arguments) else { return [] }
    let written = list.arguments.compactMap { NameColonSyntax(ArgumentSyntax($0)?.nameColon)?.name.identifierText }
    guard !written.isEmpty, let type = request.method.receiverType else { return [] }
    return type.members(named: name).filter { $0.kind == .method }.prefix(8).compactMap { candidate in
      var renaming: [String: String] = [:]
      for name in written where !candidate.parameters.contains(where: { $0.name == name }) {
        guard let index = request.method.parameters.firstIndex(where: { $0.name == name }),
          candidate.parameters.indices.contains(index)
        else { return nil }
        renaming[name] = candidate.parameters[index].name
      }
      return renaming.isEmpty ? nil : renaming
    }
  }

  private func token(at request: Request) -> String? { context.tokens.best(at: request.call) }

  private func accept(
    _ resolution: CallResolution, _ request: Request, token: Token?, imported: String? = nil
  ) -> CounterpartCall? {
    let candidate = resolution.method
    guard isTaskLike(resolution.returnType), !context.isListedAsNotAwaitable(resolution.returnType),
      !candidate.isDiscouraged, !isConditional(candidate), !isOwnWork(candidate, request),
      !isBuiltOnCall(candidate, request), keepsLambdaParameters(resolution, request),
      let awaited = model.awaitedType(of: resolution.returnType, at: request.call),
      !request.isUsed || fits(awaited, request)
    else { return nil }
    return make(candidate, request, token: token, result: awaited, imported: imported)
  }

  /// Whether the parameters of lambdas among the arguments are of the types they were: the bodies count on them.
  private func keepsLambdaParameters(_ resolution: CallResolution, _ request: Request) -> Bool {
    let parameters = resolution.method.parameters
    guard let arguments = request.arguments?.nodeList(1) else { return true }
    for (argument, parameter) in zip(arguments, resolution.parameters) {
      guard let lambda = ArgumentSyntax(argument)?.expression.withoutParentheses,
        FunctionSyntax(declaredBy: lambda) != nil,
        let before = model.type(of: lambda).convertedType?.delegateInvokeMethod?.parameters
      else { continue }
      guard parameters.indices.contains(parameter.ordinal),
        let after = parameters[parameter.ordinal].type.delegateInvokeMethod?.parameters, before.count == after.count,
        zip(before, after).allSatisfy({ $0.type.isIdentical(to: $1.type) })
      else { return false }
    }
    return true
  }

  private func isTaskLike(_ type: TypeSymbol) -> Bool {
    switch Awaitability(of: type) {
    case .task(let name), .valueTask(let name): name == nil
    case .other:
      type.definition?.hasAttribute("System.Runtime.CompilerServices.AsyncMethodBuilderAttribute") ?? false
    case .none, .unknown: false
    }
  }

  private func isAwaitable(_ type: TypeSymbol) -> Bool {
    switch Awaitability(of: type) {
    case .none: false
    case .task, .valueTask, .other, .unknown: true
    }
  }

  /// Whether the awaited value does where the call's value stood: the same type, or one that converts by reference and
  /// leaves the statement as it was.
  private func fits(_ awaited: TypeSymbol, _ request: Request) -> Bool {
    if request.method.returnsVoid { return true }
    guard awaited.specialType != .void else { return false }
    let wanted = request.arguments == nil ? request.method.returnType : model.type(of: request.call).type
    guard let wanted, !wanted.containsErrorType, !awaited.containsErrorType else { return false }
    if awaited.isIdentical(to: wanted) { return true }
    guard awaited.isReferenceType, wanted.isReferenceType, model.isImplicitlyConvertible(awaited, to: wanted),
      request.arguments != nil
    else { return false }
    return model.rebind(replacing: [(request.call.range, "default(" + awaited.displayString + ")")])?.keepsStatement
      ?? false
  }

  // MARK: Filters

  private func isExcluded(_ request: Request) -> Bool {
    let method = request.method
    if CounterpartExclusions.disposal.contains(method.name) || isConditional(method) { return true }
    var receiverType: TypeSymbol?
    if let receiver = request.callee.receiver, !model.isTypeReference(receiver) {
      receiverType = model.type(of: receiver).type
      if isCheap(receiver, receiverType) { return true }
    }
    if exclusions.contains(method) || annotations.contains(method) { return true }
    if let receiverType, exclusions.contains(method, of: receiverType) { return true }
    return request.arguments != nil && ZeroTimeout.isPassed(to: request.call, model: model)
  }

  private func isConditional(_ symbol: Symbol) -> Bool {
    symbol.hasAttribute("System.Diagnostics.ConditionalAttribute")
  }

  /// Whether the two methods are built on each other, or the candidate on the code that makes the call.
  private func isBuiltOnCall(_ candidate: Symbol, _ request: Request) -> Bool {
    guard candidate.isFromSource || request.method.isFromSource else { return false }
    let twins = TwinMethods(synchronous: request.method, asynchronous: candidate)
    if twins.isAsynchronousInNameOnly || twins.isSynchronousAStarter { return true }
    guard let member = FunctionSyntax.owningMember(of: request.call), let owner = model.declaredSymbol(for: member),
      owner.kind == .method, owner.containingType == candidate.containingType
    else { return false }
    return twins.isAsynchronous(callingMember: owner.name)
  }

  /// An argument of unknown type fits every parameter, and so says nothing.
  private func areArgumentsKnown(_ request: Request) -> Bool {
    guard let list = ArgumentListSyntax(request.arguments) else { return true }
    return list.arguments.allSatisfy { node in
      guard let argument = ArgumentSyntax(node)?.expression else { return false }
      return model.type(of: argument).type?.containsErrorType != true
    }
  }

  /// Whether the call is part of what makes the candidate: `FooAsync` may call `Foo`.
  private func isOwnWork(_ candidate: Symbol, _ request: Request) -> Bool {
    let definition = candidate.originalDefinition
    for ancestor in request.call.ancestors
    where ancestor.kind == .localFunctionStatement || ancestor.kind == .methodDeclaration {
      guard let owner = model.declaredSymbol(for: ancestor) else { continue }
      if owner.originalDefinition == definition { return true }
      guard ancestor.kind == .methodDeclaration else { continue }
      guard owner.name == candidate.name || owner.name.hasSuffix("." + candidate.name) else { return false }
      if owner.containingType == candidate.containingType { return true }
      switch request.callee.receiver?.withoutParentheses.kind {
      case nil, .thisExpression?, .baseExpression?: return true
      default: break
      }
      return owner.overriddenMember?.originalDefinition == definition
        || owner.implementedInterfaceMembers.contains { $0.originalDefinition == definition }
    }
    return false
  }

  /// Whether reads and writes on a receiver happen in memory, or go to the console.
  private func isCheap(_ receiver: SyntaxNode, _ type: TypeSymbol?, depth: Int = 0) -> Bool {
    if let type, CheapTypes.table.contains(type) { return true }
    guard depth < 8 else { return false }
    let receiver = receiver.withoutParentheses
    switch receiver.kind {
    case .objectCreationExpression, .implicitObjectCreationExpression:
      guard let created = model.type(of: receiver).type ?? model.type(of: receiver).convertedType else { return false }
      if CheapTypes.table.contains(created) { return true }
      guard CheapTypes.wrappers.contains(created.qualifiedName),
        let list = receiver.childNodes.first(where: { $0.kind == .argumentList }),
        let inner = list.nodeList(1).first.flatMap({ ArgumentSyntax($0) })?.expression
      else { return false }
      return isCheap(inner, model.type(of: inner).type, depth: depth + 1)
    case .identifierName, .simpleMemberAccessExpression:
      guard let symbol = model.symbol(of: receiver).symbol else { return false }
      switch symbol.kind {
      case .field, .property: return symbol.isStatic && CheapTypes.members.contains(symbol.qualifiedName)
      case .local:
        guard let value = model.initialValue(ofLocal: symbol) else { return false }
        return isCheap(value, nil, depth: depth + 1)
      default: return false
      }
    default: return false
    }
  }

  // MARK: Entity Framework

  private static let queryable = "System.Linq.IQueryable"
  private static let queryExtensions = "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions"

  /// The counterpart of a LINQ operator that runs a query: those of Entity Framework extend `IQueryable`, imported or not.
  private func entityFrameworkCounterpart(_ request: Request, named name: String) -> CounterpartCall? {
    guard let type = request.method.containingType?.qualifiedName,
      type == "System.Linq.Enumerable" || type == "System.Linq.Queryable", let receiver = request.callee.receiver,
      model.type(of: receiver).type?.isOrDerives(from: CounterpartSearch.queryable) == true,
      let extensions = model.context.type(named: CounterpartSearch.queryExtensions)?.definition,
      !isInMemory(receiver)
    else { return nil }
    let namespace = "Microsoft.EntityFrameworkCore"
    if let token = token(at: request),
      let (resolution, place) = resolveWithToken(request, named: name, extensions: extensions),
      let accepted = accept(
        resolution, request, token: Token(text: token, place: place), imported: namespace)
    {
      return accepted
    }
    guard let resolution = resolve(request, named: name, extensions: extensions) else { return nil }
    return accept(resolution, request, token: nil, imported: namespace)
  }

  /// Whether a query runs over a sequence in memory: its root is `AsQueryable()` of something that is no query.
  private func isInMemory(_ query: SyntaxNode, depth: Int = 0) -> Bool {
    guard depth < 64 else { return false }
    let query = query.withoutParentheses
    switch query.kind {
    case .invocationExpression:
      let callee = query.requiredNode(0)
      guard let receiver = callee.receiver else { return false }
      if simpleName(of: callee)?.text == "AsQueryable" {
        return model.type(of: receiver).type?.isOrDerives(from: CounterpartSearch.queryable) != true
      }
      return isInMemory(receiver, depth: depth + 1)
    case .identifierName:
      guard let symbol = model.symbol(of: query).symbol,
        let value = model.initialValue(ofLocal: symbol)
      else { return false }
      return isInMemory(value, depth: depth + 1)
    default: return false
    }
  }

  // MARK: Backwards

  private func searchBack(_ request: Request, named name: String, result: TypeSymbol?) -> CounterpartCall? {
    guard model.mayCall(request.callee, named: name) else { return nil }
    var dropped: SyntaxNode?
    var resolution = resolve(request, named: name)
    if resolution == nil, let token = tokenArgument(of: request) {
      dropped = token
      resolution = model.resolveCall(
        of: request.callee, arguments: request.arguments, named: name, without: token)
    }
    guard let resolution else { return nil }
    let candidate = resolution.method
    // A wait by another name, or one that hides the wait, helps nobody.
    if candidate.containingType?.qualifiedName == Awaitability.taskName { return nil }
    if TwinMethods(synchronous: candidate, asynchronous: request.method).isSynchronousInNameOnly { return nil }
    guard !isAwaitable(resolution.returnType), areArgumentsKnown(request), !candidate.isDiscouraged,
      !isConditional(candidate),
      !exclusions.contains(candidate), !isOwnWork(candidate, request)
    else { return nil }
    if let result, result.specialType != .void {
      guard resolution.returnType.isIdentical(to: result) else { return nil }
    }
    return make(
      candidate, request, token: nil, result: resolution.returnType, imported: nil, dropping: dropped)
  }

  /// The last argument, if it is a token.
  private func tokenArgument(of request: Request) -> SyntaxNode? {
    guard let last = request.arguments?.nodeList(1).last, let argument = ArgumentSyntax(last),
      model.type(of: argument.expression).convertedType?.qualifiedName == TokenInScope.tokenType
    else { return nil }
    return last
  }

  // MARK: The new call

  private func make(
    _ candidate: Symbol, _ request: Request, token: Token?, result: TypeSymbol?, imported: String?,
    dropping dropped: SyntaxNode? = nil
  ) -> CounterpartCall? {
    var edits: [TextEdit] = []
    let identifier = request.name.requiredToken(0).range
    if request.name.identifierText != candidate.name {
      edits.append(TextEdit(range: identifier, newText: candidate.name))
    }
    if let list = ArgumentListSyntax(request.arguments) {
      edits += renamed(list, request.method, candidate, dropped)
      if let token, let insertion = insertion(of: token, list) { edits.append(insertion) }
      if let dropped, let removal = removal(of: dropped, list) { edits.append(removal) }
    } else {
      let end = request.call.range.end
      edits.append(TextEdit(range: TextRange(start: end, end: end), newText: "(" + (token?.text ?? "") + ")"))
    }
    guard let text = request.call.text(applying: edits) else { return nil }
    let shown = CallDisplay.name(of: request.callee, model: model)
    let qualifier = shown.lastIndex(of: ".").map { String(shown[...$0]) } ?? ""
    return CounterpartCall(
      method: candidate, displayName: qualifier + candidate.name, edits: edits, text: text, resultType: result,
      importedNamespace: imported)
  }

  /// Arguments written by name, where the counterpart's parameter is called otherwise.
  private func renamed(
    _ list: ArgumentListSyntax, _ method: Symbol, _ candidate: Symbol, _ dropped: SyntaxNode?
  ) -> [TextEdit] {
    var edits: [TextEdit] = []
    for node in list.arguments where node != dropped {
      guard let colon = NameColonSyntax(ArgumentSyntax(node)?.nameColon) else { continue }
      let name = colon.name.identifierText
      if candidate.parameters.contains(where: { $0.name == name }) { continue }
      guard let index = method.parameters.firstIndex(where: { $0.name == name }),
        candidate.parameters.indices.contains(index)
      else { continue }
      edits.append(TextEdit(range: colon.name.range, newText: candidate.parameters[index].name))
    }
    return edits
  }

  private func insertion(of token: Token, _ list: ArgumentListSyntax) -> TextEdit? {
    let separator = list.arguments.isEmpty ? "" : ", "
    switch token.place {
    case .behind: return .insertion(separator + token.text, at: list.closeParenToken.range.start)
    case .named(let name):
      return .insertion(separator + name + ": " + token.text, at: list.closeParenToken.range.start)
    case .before(let index):
      let arguments = Array(list.arguments)
      guard arguments.indices.contains(index) else { return nil }
      return .insertion(token.text + ", ", at: arguments[index].range.start)
    }
  }

  private func removal(of argument: SyntaxNode, _ list: ArgumentListSyntax) -> TextEdit? {
    let arguments = Array(list.arguments)
    guard let index = arguments.firstIndex(of: argument) else { return nil }
    // With the comma before it, or that behind the first one.
    if index > 0 {
      return .deletion(TextRange(start: arguments[index - 1].range.end, end: argument.range.end))
    }
    let end = arguments.count > 1 ? arguments[1].range.start : argument.range.end
    return .deletion(TextRange(start: argument.range.start, end: end))
  }
}

/// How messages call what an invocation calls.
enum CallDisplay {
  /// The method's name, with its type where a type's name is the receiver.
  static func name(of callee: SyntaxNode, model: SemanticModel) -> String {
    guard let name = simpleName(of: callee) else { return callee.text }
    if callee.kind == .simpleMemberAccessExpression {
      let receiver = callee.requiredNode(0)
      if model.isTypeReference(receiver) {
        if let type = simpleName(of: receiver) { return type.identifierText + "." + name.identifierText }
        if receiver.kind == .predefinedType { return receiver.text + "." + name.identifierText }
      }
    }
    return name.identifierText
  }
}
