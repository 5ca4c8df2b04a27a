import CSharpSemantics
import CSharpSyntax

/// Types that carry a cancellation token in a known member (D32).
struct TokenCarriers {
  /// The member of each, with its dot.
  private let suffixes: [String: String]

  init(settings: RuleSettings) {
    var suffixes = TokenCarriers.known
    // `Namespace.Type.Member`; a bare type carries its token in `CancellationToken`.
    for entry in settings.list("token_carriers") ?? [] {
      suffixes[entry] = suffixes[entry] ?? ".CancellationToken"
      if let dot = entry.lastIndex(of: ".") { suffixes[String(entry[..<dot])] = String(entry[dot...]) }
    }
    self.suffixes = suffixes
  }

  private static let known: [String: String] = [
    "Microsoft.AspNetCore.Http.HttpContext": ".RequestAborted",
    "Microsoft.AspNetCore.SignalR.HubCallerContext": ".ConnectionAborted",
    "Grpc.Core.ServerCallContext": ".CancellationToken",
    "Microsoft.Azure.Functions.Worker.FunctionContext": ".CancellationToken",
    "Quartz.IJobExecutionContext": ".CancellationToken",
    "MassTransit.ConsumeContext": ".CancellationToken",
    "MassTransit.PipeContext": ".CancellationToken",
    "Microsoft.VisualStudio.TestTools.UnitTesting.TestContext": ".CancellationToken",
  ]

  private static let testFrameworks: Set<String> = [
    "Microsoft.VisualStudio.TestTools.UnitTesting.TestContext", "Xunit.TestContext", "Xunit.ITestContext",
    "NUnit.Framework.TestContext",
  ]

  static func isTestFramework(_ type: TypeSymbol) -> Bool { testFrameworks.contains(type.qualifiedName) }

  /// `.Member` of a well-known carrier; `nil` for other types.
  func suffix(of type: TypeSymbol) -> String? {
    switch type.kind {
    case .class, .struct, .interface: break
    default: return nil
    }
    if let suffix = suffixes[type.qualifiedName] {
      return TokenCarriers.hasMembers(suffix, type) ? suffix : TokenCarriers.fallback(type)
    }
    // Few types derive from a carrier, and those say so in their names.
    guard type.name.hasSuffix("Context") else { return nil }
    var current = type.baseType
    var depth = 0
    while let base = current, depth < 64 {
      if let suffix = suffixes[base.qualifiedName] { return suffix }
      current = base.baseType
      depth += 1
    }
    for interface in type.allInterfaces {
      if let suffix = suffixes[interface.qualifiedName] { return suffix }
    }
    return nil
  }

  /// MSTest before version 4 has the source only.
  private static func fallback(_ type: TypeSymbol) -> String? {
    type.members(named: "CancellationTokenSource").isEmpty ? nil : ".CancellationTokenSource.Token"
  }

  private static func hasMembers(_ suffix: String, _ type: TypeSymbol) -> Bool {
    var current = type
    for name in suffix.split(separator: ".") {
      guard let member = current.members(named: String(name)).first else { return false }
      current = member.type
    }
    return true
  }

  /// How the token of `CancellationToken?`, `AsyncLocal<CancellationToken>`, `ThreadLocal<CancellationToken>` is read.
  func wrappedSuffix(of type: TypeSymbol) -> String? {
    guard type.arity == 1, let argument = type.typeArguments.first,
      argument.qualifiedName == TokenInScope.tokenType
    else { return nil }
    switch type.qualifiedName {
    case "System.Nullable": return ".GetValueOrDefault()"
    case "System.Threading.AsyncLocal", "System.Threading.ThreadLocal": return ".Value"
    default: return nil
    }
  }

  /// The token that a framework gives to all code of a type without a variable: controllers, pages, hubs, xUnit v3 tests.
  func ambientToken(for type: TypeSymbol, model: SemanticModel) -> (symbol: Symbol, text: String)? {
    guard let context = model.context.type(named: "Xunit.TestContext"),
      let current = context.members(named: "Current").first(where: { $0.isStatic }),
      !current.type.members(named: "CancellationToken").isEmpty,
      type.definition?.members.contains(where: { $0.kind == .method && $0.hasXunitAttribute }) ?? false
    else { return nil }
    return (current, "TestContext.Current.CancellationToken")
  }

  /// Tasks, tuples, `Lazy<>`, pairs and other wrappers have tokens that are not the caller's.
  static func isWrapper(_ type: TypeSymbol) -> Bool {
    if type.kind == .tuple || type.kind == .typeParameter || type.kind == .array || type.kind == .delegate {
      return true
    }
    let name = type.qualifiedName
    if type.isErrorType || type.isOrDerives(from: Awaitability.taskName) { return true }
    return type.arity > 0 && (name.hasPrefix("System.") || name.hasPrefix("Microsoft.Extensions."))
  }

  /// Tokens that say something else than "stop": start and end of the application; those of finished work.
  static func isExcluded(_ member: Symbol) -> Bool {
    switch member.name {
    case "None": return member.containingType?.qualifiedName == TokenInScope.tokenType
    case "ApplicationStarted", "ApplicationStopped":
      return member.containingType?.name.hasSuffix("Lifetime") ?? false
    case "CancellationToken":
      // The token of an exception is that of the work that was cancelled.
      return member.containingType?.qualifiedName == "System.OperationCanceledException"
    default: return false
    }
  }
}

extension Symbol {
  fileprivate var hasXunitAttribute: Bool {
    attributes.contains { $0.attributeClass.isOrDerives(from: "Xunit.FactAttribute") }
      || attributes.contains { $0.attributeClass.isOrDerives(from: "Xunit.v3.IFactAttribute") }
  }
}
