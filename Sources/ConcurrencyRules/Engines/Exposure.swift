import CSharpSemantics

extension RuleContext {
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
        guard candidate.containingType?.type.kind == .interface, candidate.methodKind != .localFunction else {
          return false
        }
      case .private, .privateProtected, .internal: return false
      }
      current = candidate.containingSymbol
    }
    return true
  }
}
