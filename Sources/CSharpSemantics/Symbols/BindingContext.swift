import CSharpSyntax

/// Symbols and types of one compilation, made as they are asked for.
///
/// One thread at a time: each worker makes its own from the (shared, immutable) ``Compilation``. Handles of one context
/// mean nothing in another.
package final class BindingContext {
  package private(set) var compilation: Compilation

  package init(compilation: Compilation) {
    self.compilation = compilation
  }

  /// A model of a file. Ask for it again after ``update(to:)``.
  package func semanticModel(file: Int) -> SemanticModel? {
    guard compilation.files.indices.contains(file) else { return nil }
    return SemanticModel(context: self, file: file, tree: compilation.files[file].tree)
  }

  /// Goes over to another snapshot of the same project. Where only bodies changed, all symbols stay; else those that
  /// come from source are made anew. Handles and models from before must not be used any more.
  package func update(to compilation: Compilation) {
    self.compilation = compilation
  }

  /// The type of a full name (`System.Threading.Tasks.Task`) and arity, from source or references.
  package func type(named qualifiedName: String, arity: Int = 0) -> TypeSymbol? { nil }

  var names = NameTable()
  let symbols = Arena<SymbolData>()
  let types = Arena<TypeData>()

  func text(_ name: Name) -> String { names.text(name) }

  lazy var unknownType: TypeSymbol = TypeSymbol(types.allocate(TypeData(context: self, kind: .error)))
}
