import CSharpSemantics
import CSharpSyntax

/// A place of the solution that names a field.
struct FieldReference {
  let context: RuleContext
  private let use: SymbolUse

  init(_ use: SymbolUse, _ context: RuleContext) {
    self.use = use
    self.context = context
  }

  /// `_value`, `this._value`, `Type._value`.
  var expression: SyntaxNode { use.expression }
  var isNameOf: Bool { use.isNameOf }
}

/// The places that name a private field: those of its type's files.
struct FieldReferences {
  /// In the order of files and text; `nil` if one of the files may not be edited.
  let all: [FieldReference]?

  init(to field: Symbol, contexts: SolutionContexts, around own: RuleContext) {
    let id = field.originalDefinition.documentationCommentID
    var found: [FieldReference] = []
    var isEditable = true
    for file in contexts.files(mentioning: field.name, visibleFrom: own.path) {
      let before = found.count
      file.tree.root.walk { node in
        guard node.kind == .identifierName, node.identifierText == field.name else { return true }
        if let named = file.model.symbol(of: node).symbol?.originalDefinition, named.kind == .field,
          named.isFromSource, named.documentationCommentID == id
        {
          found.append(FieldReference(SymbolUse(name: node, model: file.model), file))
        }
        return true
      }
      if found.count > before, !contexts.isEditable(file) { isEditable = false }
    }
    all = isEditable ? found : nil
  }
}
