import CSharpSemantics
import CSharpSyntax

extension RuleContext {
  /// A model of another file of the project; the own one for the file at hand.
  func model(ofFile file: Int) -> SemanticModel? {
    file == model.file ? model : model.context.semanticModel(file: file)
  }

  /// The path of a file for edits and related locations; `nil` for the file at hand.
  func path(ofFile file: Int) -> String? {
    let files = model.context.compilation.files
    return file == model.file || !files.indices.contains(file) ? nil : files[file].path
  }

  /// The declarations of a source type of this project, each with a model of its file.
  func parts(of type: Symbol) -> [(node: SyntaxNode, model: SemanticModel)] {
    type.originalDefinition.declaringSyntaxReferences.compactMap { reference in
      model(ofFile: reference.file).map { (reference.node, $0) }
    }
  }

  /// The innermost declaration of a type around a node.
  func typeDeclaration(around node: SyntaxNode) -> SyntaxNode? {
    node.ancestors.first {
      TypeDeclarationSyntax.kinds.contains($0.kind) || RecordDeclarationSyntax.kinds.contains($0.kind)
    }
  }
}
