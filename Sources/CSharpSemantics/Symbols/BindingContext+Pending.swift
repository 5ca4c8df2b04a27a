extension BindingContext {
  func complete(_ symbol: Symbol) {}
  func overriddenMember(of symbol: Symbol) -> Symbol? { nil }
  func implementedInterfaceMembers(of symbol: Symbol) -> [Symbol] { [] }
  func members(of symbol: Symbol) -> [Symbol] { [] }
  func members(of symbol: Symbol, named: Name) -> [Symbol] { [] }
  func attributes(of symbol: Symbol) -> [AttributeData] { [] }
  func declaringSyntaxReferences(of symbol: Symbol) -> [SyntaxReference] { [] }
  func documentationCommentID(of symbol: Symbol) -> String { "" }
  func qualifiedName(of symbol: Symbol) -> String { "" }
  func minimalDisplayName(of symbol: Symbol) -> String { "" }
  func isReferenceType(_ type: TypeSymbol) -> Bool { false }
  func isValueType(_ type: TypeSymbol) -> Bool { false }
  func baseType(of type: TypeSymbol) -> TypeSymbol? { nil }
  func interfaces(of type: TypeSymbol) -> [TypeSymbol] { [] }
  func allInterfaces(of type: TypeSymbol) -> [TypeSymbol] { [] }
  func delegateInvokeMethod(of type: TypeSymbol) -> Symbol? { nil }
  func constraintTypes(of symbol: Symbol) -> [TypeSymbol] { [] }
  func tupleUnderlyingType(of type: TypeSymbol) -> TypeSymbol? { nil }
  func allMembers(of type: TypeSymbol, named name: String) -> [Symbol] { [] }
  func displayString(of type: TypeSymbol) -> String { "" }
  func minimalDisplayString(of type: TypeSymbol) -> String { "" }
}
