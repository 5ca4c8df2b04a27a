import CSharpSemantics
import CSharpSyntax

extension RuleContext {
  /// Whether a method is where the program starts (D8).
  func isEntryPoint(_ symbol: Symbol) -> Bool {
    guard symbol.kind == .method else { return false }
    if symbol.name == "<Main>$" { return true }
    guard symbol.name == "Main", symbol.isStatic, symbol.arity == 0, symbol.methodKind == .ordinary,
      project.kind == .unknown || model.context.compilation.options.isExecutable
    else { return false }
    switch symbol.parameters.count {
    case 0: break
    case 1:
      let type = symbol.parameters[0].type
      guard type.kind == .array, type.rank == 1, type.elementType?.specialType == .string else { return false }
    default: return false
    }
    let type = symbol.returnType
    if type.specialType == .void || type.specialType == .int32 { return true }
    guard type.qualifiedName == Awaitability.taskName else { return false }
    return type.typeArguments.isEmpty || type.typeArguments.first?.specialType == .int32
  }

  /// Whether a function looks like an event handler (D11).
  func isEventHandlerShape(_ symbol: Symbol) -> Bool {
    symbol.kind == .method && symbol.returnsVoid && hasEventHandlerParameters(symbol)
  }

  /// Whether its parameters are an event handler's, whatever it returns.
  func hasEventHandlerParameters(_ symbol: Symbol) -> Bool {
    guard symbol.parameters.count == 2 else { return false }
    let type = symbol.parameters[1].type
    return type.isOrDerives(from: "System.EventArgs") || type.name.hasSuffix("EventArgs")
  }

  /// Whether a member can be used outside of its assembly (D12).
  func isExposed(_ symbol: Symbol) -> Bool {
    if symbol.isExplicitInterfaceImplementation {
      return symbol.implementedInterfaceMembers.contains { isExposed($0.originalDefinition) }
    }
    var current: Symbol? = symbol.originalDefinition
    while let candidate = current, candidate.kind != .namespace {
      switch candidate.accessibility {
      case .public, .protected, .protectedInternal: break
      case .notApplicable:
        // Members of interfaces and local functions are written without one.
        guard candidate.containingType?.type.kind == .interface, candidate.methodKind != .localFunction else {
          return false
        }
      case .private, .privateProtected, .internal: return false
      }
      current = candidate.containingSymbol
    }
    return true
  }

  /// Whether a member's signature is given by another one: it overrides, or implements an interface's (D12).
  func isContractMember(_ symbol: Symbol) -> Bool {
    symbol.isOverride || symbol.isExplicitInterfaceImplementation || !symbol.implementedInterfaceMembers.isEmpty
  }

  /// Whether a method's return type may be changed as far as its own declarations tell (D12). Who uses it is looked at
  /// when the change is made.
  func isSignatureFree(_ symbol: Symbol) -> Bool {
    Signatures.isFree(symbol.originalDefinition)
  }

  /// Whether a method answers requests of a controller (D12).
  func isAction(_ symbol: Symbol) -> Bool { Signatures.isAction(symbol) }
}

/// What may be changed about the declarations of methods.
enum Signatures {
  /// The members that a method overrides or implements, their own ones included.
  static func contracts(of symbol: Symbol) -> [Symbol] {
    var found: [Symbol] = []
    var pending = [symbol.originalDefinition]
    while let next = pending.popLast(), found.count < 256 {
      let above = [next.overriddenMember].compactMap { $0 } + next.implementedInterfaceMembers
      for member in above.map(\.originalDefinition) where !found.contains(member) && member != symbol {
        found.append(member)
        pending.append(member)
      }
    }
    return found
  }

  static func isFree(_ symbol: Symbol) -> Bool {
    guard symbol.kind == .method, symbol.methodKind == .ordinary || symbol.methodKind == .localFunction else {
      return false
    }
    if symbol.methodKind == .localFunction { return !symbol.isExtern && !hasFixingAttribute(symbol) }
    // What is marked as such, but has nothing above it that could be found, has it out of reach.
    if symbol.isOverride, symbol.overriddenMember == nil { return false }
    if symbol.isExplicitInterfaceImplementation, symbol.implementedInterfaceMembers.isEmpty { return false }
    if mayImplementUnknownInterface(symbol) { return false }
    return ([symbol] + contracts(of: symbol)).allSatisfy(hasFreeDeclarations)
  }

  private static func hasFreeDeclarations(_ symbol: Symbol) -> Bool {
    guard symbol.isFromSource, !symbol.isExtern, !hasFixingAttribute(symbol), !GeneratedDeclaration.isMarked(symbol),
      !isPatternMember(symbol)
    else {
      return false
    }
    let places = symbol.declaringSyntaxReferences
    return !places.isEmpty && places.allSatisfy { !GeneratedFileName.matches($0.path(in: symbol)) }
  }

  static func hasFixingAttribute(_ symbol: Symbol) -> Bool {
    fixingAttributes.contains(where: symbol.hasAttribute)
  }

  private static let fixingAttributes = [
    "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute", "System.Runtime.InteropServices.DllImportAttribute",
    "System.Runtime.InteropServices.LibraryImportAttribute",
    "System.Runtime.CompilerServices.ModuleInitializerAttribute",
    "System.Runtime.Serialization.OnSerializingAttribute", "System.Runtime.Serialization.OnSerializedAttribute",
    "System.Runtime.Serialization.OnDeserializingAttribute", "System.Runtime.Serialization.OnDeserializedAttribute",
    "System.Runtime.CompilerServices.UnsafeAccessorAttribute", "System.Diagnostics.ConditionalAttribute",
  ]

  /// A public member of a type with a base that nobody knows may implement something.
  private static func mayImplementUnknownInterface(_ symbol: Symbol) -> Bool {
    guard symbol.accessibility == .public, !symbol.isStatic, let type = symbol.containingType?.type,
      type.kind != .interface
    else { return false }
    return type.allInterfaces.contains(where: \.isErrorType) || type.interfaces.contains(where: \.isErrorType)
      || type.baseType?.isErrorType == true
  }

  /// Members that the language calls by their name: enumerators, awaiters, disposal, deconstruction, collections'
  /// initializers, interpolated-string handlers, queries.
  private static func isPatternMember(_ symbol: Symbol) -> Bool {
    switch symbol.name {
    case "GetEnumerator", "MoveNext", "GetAwaiter", "GetResult", "Deconstruct", "GetPinnableReference", "Dispose":
      return true
    case "AppendLiteral", "AppendFormatted":
      return symbol.containingType?.hasAttribute(
        "System.Runtime.CompilerServices.InterpolatedStringHandlerAttribute") == true
    case "Add":
      return symbol.containingType?.type.isOrDerives(from: "System.Collections.IEnumerable") == true
        || symbol.isExtensionMember
    case "Equals", "GetHashCode", "ToString", "Finalize": return symbol.isOverride
    default: return false
    }
  }

  static func isAction(_ symbol: Symbol) -> Bool {
    guard symbol.kind == .method, symbol.methodKind == .ordinary, symbol.accessibility == .public, !symbol.isStatic,
      symbol.arity == 0, !nonActionAttributes.contains(where: symbol.hasAttribute),
      let type = symbol.containingType, type.containingType == nil,
      !type.hasAttribute("Microsoft.AspNetCore.Mvc.NonControllerAttribute")
    else { return false }
    return controllerBases.contains { type.type.isOrDerives(from: $0) }
      || type.hasAttribute("Microsoft.AspNetCore.Mvc.ApiControllerAttribute")
      || type.hasAttribute("Microsoft.AspNetCore.Mvc.ControllerAttribute")
  }

  private static let nonActionAttributes = [
    "Microsoft.AspNetCore.Mvc.NonActionAttribute", "System.Web.Mvc.NonActionAttribute",
    "System.Web.Http.NonActionAttribute",
  ]

  private static let controllerBases = [
    "Microsoft.AspNetCore.Mvc.ControllerBase", "System.Web.Mvc.Controller", "System.Web.Http.ApiController",
  ]
}

/// Names of files that a tool wrote (D10).
enum GeneratedFileName {
  static func matches(_ path: String) -> Bool {
    let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { $0.lowercased() } ?? ""
    if name.hasPrefix("temporarygeneratedfile_") { return true }
    if [".g.cs", ".g.i.cs", ".designer.cs", ".generated.cs"].contains(where: name.hasSuffix) { return true }
    return path.contains("/obj/")
  }
}

extension SyntaxReference {
  /// The path of the file, as the symbol's compilation has it.
  func path(in symbol: Symbol) -> String { symbol.declaringPath(of: self) ?? "" }
}
