import CSharpSyntax

/// Answers what the syntax of one file means.
///
/// Bodies are bound when a question first touches them, one member at a time, and the answers kept. A model belongs to
/// its context's thread and keeps context and tree alive.
package final class SemanticModel {
  package let context: BindingContext
  /// The file's index in the compilation.
  package let file: Int
  package let tree: SyntaxTree

  init(context: BindingContext, file: Int, tree: SyntaxTree) {
    self.context = context
    self.file = file
    self.tree = tree
  }

  /// What a name, member access, invocation, object creation, element access, operator, attribute, constructor
  /// initializer or query clause refers to. For an invocation the method (or the delegate's `Invoke`); for a type's name
  /// the type's definition; for `new T(…)` the constructor.
  package func symbol(of node: SyntaxNode) -> SymbolInfo {
    .unknown
  }

  /// The type of an expression (or of a type's syntax).
  package func type(of node: SyntaxNode) -> TypeInfo {
    .none
  }

  /// What a declaration declares: types, members, accessors, parameters, locals (of a variable declarator, single
  /// variable designation, `foreach`, catch declaration, query clause), local functions, and for lambdas their
  /// anonymous function.
  package func declaredSymbol(for node: SyntaxNode) -> Symbol? {
    nil
  }

  /// The members behind a `foreach`.
  package func forEachInfo(for node: SyntaxNode) -> ForEachInfo? { nil }

  /// The members behind an `await` expression.
  package func awaitInfo(for node: SyntaxNode) -> AwaitInfo? { nil }

  /// The value of a constant expression.
  package func constantValue(of node: SyntaxNode) -> ConstantValue? { nil }

  /// What a simple name means at a place: locals declared before or around it, parameters, members (inherited ones
  /// too), types, namespaces, imports; all of the innermost scope that has the name.
  package func lookupSymbols(named name: String, at node: SyntaxNode) -> [Symbol] { [] }

  /// All locals, parameters, range variables and local functions that are in scope at a place, innermost first.
  package func visibleLocals(at node: SyntaxNode) -> [Symbol] { [] }

  /// Members of a name that can be reached at a place through a receiver of this type: accessible instance members,
  /// then extension methods that are in scope there and apply.
  package func lookupMembers(of type: TypeSymbol, named name: String, at node: SyntaxNode) -> [Symbol] { [] }

  /// The type or member that encloses a place, local and anonymous functions included.
  package func enclosingSymbol(at node: SyntaxNode) -> Symbol? { nil }

  /// Whether a symbol can be used at a place, by its accessibility.
  package func isAccessible(_ symbol: Symbol, at node: SyntaxNode) -> Bool { true }

  /// Whether there is an implicit conversion; `false` where either is unknown.
  package func isImplicitlyConvertible(_ type: TypeSymbol, to target: TypeSymbol) -> Bool { false }

  /// Binds the file as it would be with some replacements (ascending, not overlapping), and answers what the expression
  /// that then covers the first replaced range means (D23).
  ///
  /// - Returns: `nil` if the changed text has new syntax errors, or the replacement is no expression.
  package func rebind(replacing edits: [(range: TextRange, text: String)]) -> Rebinding? { nil }
}
