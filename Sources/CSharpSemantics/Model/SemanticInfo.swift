import CSharpSyntax

/// What a name or expression refers to.
///
/// Three outcomes: *bound* (``symbol`` is there), *failed* (no symbol, but ``candidates`` and a ``reason``: the code is
/// wrong or ambiguous), and *unknown* (``isUnknown``: something that it depends on could not be resolved).
package struct SymbolInfo {
  package let symbol: Symbol?
  package let candidates: [Symbol]
  package let reason: CandidateReason
  /// Called or read in the reduced form of an extension method, or a C# 14 extension member.
  package let isReducedExtension: Bool

  package init(
    symbol: Symbol?, candidates: [Symbol] = [], reason: CandidateReason = .none, isReducedExtension: Bool = false
  ) {
    self.symbol = symbol
    self.candidates = candidates
    self.reason = reason
    self.isReducedExtension = isReducedExtension
  }

  package static var unknown: SymbolInfo { SymbolInfo(symbol: nil) }

  package var isBound: Bool { symbol != nil }
  package var isUnknown: Bool { symbol == nil && candidates.isEmpty && reason == .none }
}

/// The type of an expression before and after the conversion that its place asks for.
package struct TypeInfo {
  /// `nil` for what has none of its own: `null`, `default`, lambdas, method groups, target-typed `new` …
  package let type: TypeSymbol?
  /// The type that the place wants; equal to ``type`` where nothing is converted. For a lambda its delegate type.
  package let convertedType: TypeSymbol?
  /// The user-defined operator of the conversion.
  package let conversionMethod: Symbol?

  package init(type: TypeSymbol?, convertedType: TypeSymbol?, conversionMethod: Symbol? = nil) {
    self.type = type
    self.convertedType = convertedType
    self.conversionMethod = conversionMethod
  }

  package static var none: TypeInfo { TypeInfo(type: nil, convertedType: nil) }
}

/// The members behind a `foreach` or `await foreach`.
package struct ForEachInfo {
  package let getEnumerator: Symbol?
  package let moveNext: Symbol?
  package let current: Symbol?
  package let dispose: Symbol?
  package let elementType: TypeSymbol?
}

/// The members behind an `await`.
package struct AwaitInfo {
  package let getAwaiter: Symbol?
  package let isCompleted: Symbol?
  package let getResult: Symbol?
  /// The type of the operand.
  package let operandType: TypeSymbol?
}

/// What came of binding a changed text speculatively (D23 of the rules).
package struct Rebinding {
  /// The replacement's place in the changed text, and its model; keeps both alive.
  package let model: SemanticModel
  package let expression: SyntaxNode
  package let symbolInfo: SymbolInfo
  package let typeInfo: TypeInfo
  /// The smallest enclosing statement binds with no new unresolved or failed name, and the variables that it declares
  /// have the types that they had.
  package let keepsStatement: Bool

  /// Exactly one best member, and the statement is as good as before.
  package var succeeds: Bool { symbolInfo.isBound && keepsStatement }
}
